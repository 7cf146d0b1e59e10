"""A fresh layer, and training without gradients."""

import torch

from evalmode_runner.scenarios import build

NAMES = ("weight", "bias", "running_mean", "running_var")


def fresh(subject, num_features, x):
    """What a new layer holds, what of it is trained, and whether a training step leaves a graph in the buffers."""
    layer = subject(num_features)
    held = {name: value.clone() for name, value in layer.state_dict().items() if name in NAMES}
    layer(x.clone().requires_grad_(True))
    return {
        "state": held,
        "parameters": sorted(name for name, _ in layer.named_parameters()),
        "buffers": sorted(name for name, _ in layer.named_buffers() if name in NAMES),
        "graph": sorted(name for name, buffer in layer.named_buffers() if buffer.requires_grad),
    }


def without_gradients(subject, num_features, state, x):
    """A forward pass in training mode under no_grad, and the buffers afterwards."""
    layer = build(subject, {"num_features": num_features}, {}, state, str(x.dtype).removeprefix("torch."))
    with torch.no_grad():
        output = layer(x)
    return {"output": output, **{name: value.clone() for name, value in layer.named_buffers() if name in NAMES}}
