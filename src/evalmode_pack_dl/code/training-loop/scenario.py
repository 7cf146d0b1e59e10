"""Trains a small model that has batch norm with the candidate's loop, and records what the loop did to everybody."""

import torch
from torch import nn
from torch.nn import functional as F


class Net(nn.Module):
    """Linear, batch norm, tanh, linear; notes for each forward its mode, its size and whether a graph is recorded."""

    def __init__(self, weights):
        super().__init__()
        hidden, features = weights["first.weight"].shape
        self.first = nn.Linear(features, hidden)
        self.norm = nn.BatchNorm1d(hidden)
        self.last = nn.Linear(hidden, weights["last.weight"].shape[0])
        self.unused = nn.Parameter(torch.ones(2))  # never gets a gradient
        self.to(weights["first.weight"].dtype)
        self.load_state_dict(weights, strict=False)
        self.forwards = []

    def forward(self, x):
        out = self.last(torch.tanh(self.norm(self.first(x))))
        mode = "train" if self.training and self.norm.training else "eval"
        graph = "graph" if out.requires_grad else "no graph"
        self.forwards.append([mode, graph, len(x)])
        return out


class Batches:
    """An iterable of batches that has no length and begins anew with every loop."""

    def __init__(self, xs, ys):
        self.pairs = list(zip(xs, ys, strict=True))

    def __iter__(self):
        yield from ((x.clone(), y.clone()) for x, y in self.pairs)


class NotedSGD(torch.optim.SGD):
    """SGD with momentum that notes each step and its learning rate."""

    def __init__(self, parameters, rate, notes):
        super().__init__(parameters, lr=rate, momentum=0.9)
        self.notes = notes

    def step(self, closure=None):
        self.notes.append("optimizer")
        return super().step(closure)


class NotedSchedule(torch.optim.lr_scheduler.ExponentialLR):
    """A rate that falls with each step, and notes it."""

    def __init__(self, optimizer, gamma, notes):
        self.notes = []
        super().__init__(optimizer, gamma)
        self.notes = notes

    def step(self, epoch=None):
        self.notes.append("scheduler")
        super().step(epoch)


def skewed_error(predictions, targets):
    """A mean loss that is not symmetric in its two arguments."""
    difference = predictions - targets
    return (difference**2 + 0.5 * difference + 0.1 * predictions.abs()).mean()


LOSSES = {"cross entropy": F.cross_entropy, "skewed error": skewed_error}


def train(subject, weights, train_x, train_y, val_x, val_y, loss, settings):
    """Call fit once and report the history, the trained model and what happened on the way.

    Args:
        subject: The function fit.
        weights: The model's first weights by name.
        train_x: The inputs of the training batches.
        train_y: Their targets.
        val_x: The inputs of the validation batches.
        val_y: Their targets.
        loss: A name in LOSSES.
        settings: epochs; and where they are wanted clip_norm, and gamma for a schedule; starts_in_eval.
    """
    model, notes = Net(weights), []
    optimizer = NotedSGD(model.parameters(), 0.1, notes)
    arguments = {"epochs": settings["epochs"]}
    if "gamma" in settings:
        arguments["scheduler"] = NotedSchedule(optimizer, settings["gamma"], notes)
    if "clip_norm" in settings:
        arguments["clip_norm"] = settings["clip_norm"]
    model.train(not settings.get("starts_in_eval", False))
    loaders = Batches(train_x, train_y), Batches(val_x, val_y)
    history = subject(model, *loaders, LOSSES[loss], optimizer, **arguments)
    lists = [list(history[name]) for name in ("train_loss", "val_loss")]
    values = [[float(torch.as_tensor(value).detach()) for value in part] for part in lists]
    return {
        "train_loss": torch.tensor(values[0], dtype=model.last.weight.dtype),
        "val_loss": torch.tensor(values[1], dtype=model.last.weight.dtype),
        "losses are Python floats": all(isinstance(value, float) for part in lists for value in part),
        "parameters": {name: p.detach().clone() for name, p in model.named_parameters()},
        "running statistics": {"mean": model.norm.running_mean.clone(), "variance": model.norm.running_var.clone()},
        "forward passes (mode, graph, batch size)": model.forwards,
        "steps": notes,
        "learning rate at the end": optimizer.param_groups[0]["lr"],
        "ends in train mode": model.training and model.norm.training,
    }
