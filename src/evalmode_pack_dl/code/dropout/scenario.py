"""Passes through a dropout layer, whose outcome is chance: what came out, and what came back."""

import torch

from evalmode_runner.scenarios import Complaint


def make(subject, p, mode):
    """A layer in the given mode."""
    layer = subject(p)
    if not isinstance(layer, torch.nn.Module):
        raise Complaint("The class must be a subclass of torch.nn.Module.")
    return getattr(layer, mode)()


def passes(subject, p, mode, x, upstream, seed):
    """One pass forwards and backwards; no backward pass where nothing depends on x, as when all is dropped."""
    torch.manual_seed(seed)
    given = x.clone().requires_grad_(True)
    output = make(subject, p, mode)(given)
    gradient = torch.zeros_like(x)
    if output.requires_grad:
        (gradient,) = torch.autograd.grad(output, given, upstream, materialize_grads=True)
    return {"output": output.detach().clone(), "gradient": gradient, "x": given.detach()}


def without_gradients(subject, p, mode, x, seed):
    """One pass under no_grad."""
    torch.manual_seed(seed)
    with torch.no_grad():
        return {"output": make(subject, p, mode)(x).clone()}


def many(subject, p, x, count, seed):
    """Many passes through one layer in training mode."""
    torch.manual_seed(seed)
    layer = make(subject, p, "train")
    with torch.no_grad():
        return {"outputs": torch.stack([layer(x).clone() for _ in range(count)])}


def as_built(subject, x, seed):
    """A pass through a layer with the usual p."""
    torch.manual_seed(seed)
    return {"output": subject()(x).detach().clone()}
