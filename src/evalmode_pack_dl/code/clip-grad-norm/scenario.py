"""Gives parameters their gradients, calls the function, and records what became of everything."""

import torch
from torch import nn


def clip(subject, values, gradients, max_norm, generator=False):
    """Clip once.

    Args:
        subject: The function clip_grad_norm_.
        values: The parameters' values.
        gradients: A gradient or None for each of them.
        max_norm: The limit.
        generator: Whether the parameters come as a generator rather than as a list.
    """
    parameters = [nn.Parameter(value.clone()) for value in values]
    for parameter, gradient in zip(parameters, gradients, strict=True):
        parameter.grad = None if gradient is None else gradient.clone()
    norm = subject((p for p in parameters) if generator else list(parameters), max_norm)
    return {
        "norm": float(torch.as_tensor(norm).detach()),
        "gradients": [None if p.grad is None else p.grad.detach().clone() for p in parameters],
        "parameters": [p.detach().clone() for p in parameters],
    }
