"""Wraps a linear layer of given weights and works with it."""

import torch
from torch import nn

from evalmode_runner.scenarios import Complaint, detached, load


def linear(base):
    """A linear layer with the given weights, in their type; without a bias if there is none."""
    weight = base["weight"]
    layer = nn.Linear(weight.shape[1], weight.shape[0], bias="bias" in base, dtype=weight.dtype)
    with torch.no_grad():
        for name, value in base.items():
            getattr(layer, name).copy_(value)
    return layer


def wrap(subject, base, r, alpha, factors):
    """The submission around a linear layer, with A and B loaded where they are given."""
    layer = subject(linear(base), r, alpha)
    if not isinstance(layer, nn.Module):
        raise Complaint("The class must be a subclass of torch.nn.Module.")
    if factors:
        for name in ("A", "B"):
            own = dict(layer.named_parameters()).get(name)
            if own is not None and own.dtype != factors[name].dtype:
                raise Complaint(f"{name} is {own.dtype} where the base's weight is {factors[name].dtype}.")
        load(layer, factors | {f"base.{name}": value for name, value in base.items()})
    return layer


def trainable(layer):
    return sorted(name for name, parameter in layer.named_parameters() if parameter.requires_grad)


def begin(subject, base, r, alpha, x):
    """A new layer: its output, its factors and what trains."""
    layer = wrap(subject, base, r, alpha, {})
    output = layer(x)
    factors = dict(layer.named_parameters())
    if missing := [name for name in ("A", "B") if name not in factors]:
        raise Complaint(f"The layer has no parameter {' and no parameter '.join(missing)}.")
    A = factors["A"].detach()
    output.square().sum().backward()
    return {
        "output": detached(output),
        "B": detached(factors["B"]),
        "shape of A": list(A.shape),
        "A has a zero": bool((A == 0).any()),
        "entries of A are all alike": bool((A == A.flatten()[0]).all()),
        "B gets a gradient": factors["B"].grad is not None and bool((factors["B"].grad != 0).any()),
        "trains": trainable(layer),
    }


def use(subject, base, r, alpha, factors, calls):
    """Forward passes, merging, new factors: outputs, and base.weight, A, B and what trains after every call."""
    layer = wrap(subject, base, r, alpha, factors)
    outputs, weights, kept, trains, inputs = [], [], [], [trainable(layer)], []
    for method, argument in calls:
        if method == "forward":
            outputs.append(detached(layer(argument)))
            inputs.append(detached(argument))
            continue
        if method == "factors":
            with torch.no_grad():
                layer.A.copy_(argument["A"])
                layer.B.copy_(argument["B"])
        elif argument is None:
            getattr(layer, method)()
        weights.append(detached(layer.base.weight))
        kept.append([detached(layer.A), detached(layer.B)])
        trains.append(trainable(layer))
    return {"output": outputs, "base.weight": weights, "A and B": kept, "trains": trains, "x afterwards": inputs}


def differentiate(subject, base, r, alpha, factors, x, weights, merge_first):
    """Gradients of a weighted sum of the outputs; None where nothing arrives."""
    layer = wrap(subject, base, r, alpha, factors)
    if merge_first:
        layer.merge()
        layer.unmerge()
    x = x.detach().clone().requires_grad_()
    output = layer(x)
    (output * weights).sum().backward()
    gradients = {"x": x.grad} | {name: parameter.grad for name, parameter in layer.named_parameters()}
    return {"output": detached(output), "gradient": detached(gradients)}
