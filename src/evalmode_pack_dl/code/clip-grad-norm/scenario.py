"""Gives parameters their gradients, calls the function, and records what became of everything."""

import torch
from torch import nn


def clip(subject, values, gradients, max_norm, report, generator=False):
    """Clip once.

    Args:
        subject: The function clip_grad_norm_.
        values: The parameters' values.
        gradients: A gradient or None for each of them.
        max_norm: The limit.
        report: Names of what is returned.
        generator: Whether the parameters come as a generator rather than as a list.
    """
    parameters = [nn.Parameter(value) for value in values]
    for parameter, gradient in zip(parameters, gradients, strict=True):
        parameter.grad = gradient
    norm = subject((p for p in parameters) if generator else list(parameters), max_norm)
    everything = {
        "norm": float(norm.detach() if isinstance(norm, torch.Tensor) else norm),
        "gradients": [None if p.grad is None else p.grad.detach().clone() for p in parameters],
        "parameters": [p.detach().clone() for p in parameters],
    }
    return {name: everything[name] for name in report}
