"""Decoding with one layer or with two, without a graph."""

import torch

from evalmode_runner.scenarios import Complaint, build, detached

_PARAMETERS = {f"{name}_proj.{part}" for name in ("q", "k", "v", "out") for part in ("weight", "bias")}


def decode(subject, d_model, n_heads, state, calls, dtype):
    """Call methods one after the other; ``weights`` multiplies all weights by a number instead.

    Returns the outputs of ``prefill`` and ``step`` in order.
    """
    layer = build(subject, {"d_model": d_model, "n_heads": n_heads}, {}, state, dtype)
    outputs = []
    with torch.no_grad():
        for method, argument in calls:
            result = _play(layer, method, argument)
            if method in {"prefill", "step"}:
                outputs.append(detached(result))
    return {"output": outputs}


def two_layers(subject, d_model, n_heads, states, calls, dtype):
    """The same calls on two layers in turn; outputs of the second come second."""
    layers = [build(subject, {"d_model": d_model, "n_heads": n_heads}, {}, state, dtype) for state in states]
    with torch.no_grad():
        return {"output": [detached(_play(layer, method, x)) for method, x in calls for layer in layers]}


def saved(subject, d_model, n_heads, state, calls, dtype):
    """Names in the state_dict after decoding."""
    layer = build(subject, {"d_model": d_model, "n_heads": n_heads}, {}, state, dtype)
    with torch.no_grad():
        for method, argument in calls:
            _play(layer, method, argument)
    surplus = sorted(set(layer.state_dict()) - _PARAMETERS)
    if surplus:
        raise Complaint(f"The state_dict holds {', '.join(surplus)}; the cache must not be part of it.")
    return {"output": sorted(layer.state_dict())}


def _play(layer, method, argument):
    if method == "weights":
        for parameter in layer.parameters():
            parameter.mul_(argument)
        return None
    if method == "forward":
        return layer(argument)
    target = getattr(layer, method, None)
    if target is None:
        raise Complaint(f"The class has no method {method}.")
    return target() if argument is None else target(argument)
