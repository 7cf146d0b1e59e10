"""Asks for the learning rate at many steps."""

import torch


def schedule(subject, steps, base_lr, warmup, total, floor=None):
    """The rates at the given steps; without a floor the default is used."""
    options = {} if floor is None else {"floor": floor}
    rates = [float(subject(step, base_lr, warmup, total, **options)) for step in steps]
    return {"learning rates": torch.tensor(rates, dtype=torch.float64)}
