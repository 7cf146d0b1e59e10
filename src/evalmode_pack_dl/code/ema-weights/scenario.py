"""Follows a script of training steps and calls of the EMA, and takes pictures of the model on the way."""

import torch
from torch import nn


class Net(nn.Module):
    """Linear, batch norm, linear; the last bias is frozen."""

    def __init__(self, weights):
        super().__init__()
        hidden, features = weights["first.weight"].shape
        self.first = nn.Linear(features, hidden)
        self.norm = nn.BatchNorm1d(hidden)
        self.last = nn.Linear(hidden, weights["last.weight"].shape[0])
        self.to(weights["first.weight"].dtype)
        self.load_state_dict(weights, strict=False)
        self.last.bias.requires_grad_(False)

    def forward(self, x):
        return self.last(torch.tanh(self.norm(self.first(x))))


def play(subject, weights, batches, script, decay, report):
    """Do what the script says, one word after the other.

    Args:
        subject: The class EMA.
        weights: The model's first weights by name.
        batches: One tensor of inputs for each word ``train``.
        script: Words: train, update, apply, restore, look (a picture of parameters and buffers), thaw (the frozen bias
            changes).
        decay: Of the averages; None for the default.
        report: Names of what is returned.
    """
    model, batches = Net(weights), list(batches)
    parameters = list(model.parameters())  # what an optimizer made before would hold
    names = sorted(model.state_dict())
    ema = subject(model) if decay is None else subject(model, decay)
    pictures = []
    for word in script:
        if word == "train":
            _train(model, parameters, batches.pop(0))
        elif word == "thaw":
            with torch.no_grad():
                model.last.bias.add_(1.0)
        elif word == "look":
            pictures.append(_picture(model, report))
        else:
            getattr(ema, word)()
    everything = {
        "pictures": pictures,
        "parameters are the same objects": all(a is b for a, b in zip(parameters, model.parameters(), strict=True)),
        "requires_grad": [p.requires_grad for p in model.parameters()],
        "tensors kept with a graph": _with_graph(ema, type(ema).__module__, set()),
        "names": "unchanged" if sorted(model.state_dict()) == names else "changed",
    }
    return {name: everything[name] for name in report if name in everything}


def _train(model, parameters, x):
    model.train()
    for p in parameters:
        p.grad = None
    ((model(x) - 1.0) ** 2).mean().backward()
    with torch.no_grad():
        for p in parameters:
            if p.grad is not None:
                p -= 0.5 * p.grad


def _picture(model, report):
    values = {name: p.detach().clone() for name, p in model.named_parameters()}
    if "buffers" in report:
        values |= {name: b.detach().clone() for name, b in model.named_buffers()}
    return values


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
