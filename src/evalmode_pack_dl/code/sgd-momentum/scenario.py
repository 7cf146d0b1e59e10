"""Runs an optimiser class: by hand-made gradients, in a small training run, and two of them side by side."""

import torch
from torch import nn


def follow_gradients(subject, starts, gradients, settings, report, rates=(), spoil=False):
    """Give hand-made gradients, step by step, and record where the parameters go.

    Args:
        subject: The optimiser class.
        starts: The parameters' first values.
        gradients: For each step a list of gradients, with None where a parameter has none.
        settings: Keyword arguments of the optimiser.
        report: Names of what is returned.
        rates: Learning rates that a schedule assigns, one before each step; none where it stays.
        spoil: Whether each gradient tensor is overwritten after its step.
    """
    parameters = [nn.Parameter(start) for start in starts]
    optimizer = subject((p for p in parameters), **settings)
    trajectory, untouched = [], True
    for step, row in enumerate(gradients):
        if rates:
            optimizer.lr = rates[step]
        for parameter, gradient in zip(parameters, row, strict=True):
            parameter.grad = None if gradient is None else gradient.clone()
        optimizer.step()
        trajectory.append([p.detach().clone() for p in parameters])
        untouched = untouched and _gradients_are(parameters, row)
        if spoil:
            for parameter in parameters:
                if parameter.grad is not None:
                    parameter.grad.fill_(7.0)
    everything = {
        "parameters after each step": trajectory,
        "gradients unchanged by step": untouched,
        "tensors kept with a graph": _with_graph(optimizer, type(optimizer).__module__, set()),
        "parameters are still leaves that require gradients": all(p.is_leaf and p.requires_grad for p in parameters),
    }
    if "gradients cleared by zero_grad" in report:
        optimizer.zero_grad()
        everything["gradients cleared by zero_grad"] = _cleared(parameters)
    return {name: everything[name] for name in report}


def train_a_regression(subject, weight, bias, x, y, steps, settings):
    """Train a linear regression and record losses, parameters and what zero_grad leaves."""
    model = nn.Linear(weight.shape[1], weight.shape[0]).to(weight.dtype)
    model.load_state_dict({"weight": weight, "bias": bias})
    optimizer = subject(model.parameters(), **settings)
    losses, cleared = [], True
    for _ in range(steps):
        loss = ((model(x) - y) ** 2).mean()
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        cleared = cleared and _cleared(model.parameters())
        losses.append(loss.detach())
    return {
        "losses": torch.stack(losses),
        "weight": model.weight.detach().clone(),
        "bias": model.bias.detach().clone(),
        "gradients cleared by zero_grad": cleared,
    }


def two_side_by_side(subject, first, second, first_gradients, second_gradients, settings):
    """Step two optimisers in turn; each must behave as if it were alone."""
    one, two = nn.Parameter(first.clone()), nn.Parameter(second.clone())
    optimizer_one, optimizer_two = subject([one], **settings), subject([two], **settings)
    for gradient_one, gradient_two in zip(first_gradients, second_gradients, strict=True):
        one.grad, two.grad = gradient_one.clone(), gradient_two.clone()
        optimizer_one.step()
        optimizer_two.step()
    return {"first": one.detach().clone(), "second": two.detach().clone()}


def _cleared(parameters):
    return all(p.grad is None or not p.grad.any() for p in parameters)


def _gradients_are(parameters, row):
    for parameter, gradient in zip(parameters, row, strict=True):
        if (parameter.grad is None) != (gradient is None):
            return False
        if gradient is not None and not torch.equal(parameter.grad, gradient):
            return False
    return True


def _with_graph(value, home, seen):
    """How many tensors that an object of the submission holds, at any depth, still have a graph behind them."""
    if id(value) in seen:
        return 0
    seen.add(id(value))
    if isinstance(value, torch.Tensor):
        return int(value.grad_fn is not None)
    parts = []
    if isinstance(value, dict):
        parts = list(value.values())
    elif isinstance(value, (list, tuple)):
        parts = list(value)
    elif isinstance(value, nn.Module) or type(value).__module__ == home:
        parts = list(getattr(value, "__dict__", {}).values())
    return sum(_with_graph(part, home, seen) for part in parts)
