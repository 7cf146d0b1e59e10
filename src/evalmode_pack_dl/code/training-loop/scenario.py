"""Trains a small model that has batch norm with the candidate's loop, and records what the loop did to everybody."""

import torch
from torch import nn
from torch.nn import functional as F

from evalmode_runner.scenarios import Complaint


class Net(nn.Module):
    """Linear, batch norm, tanh, linear; notes each forward's mode and size, and whether a graph is recorded."""

    def __init__(self, weights):
        super().__init__()
        hidden, features = weights["first.weight"].shape
        self.first = nn.Linear(features, hidden)
        self.norm = nn.BatchNorm1d(hidden)
        self.last = nn.Linear(hidden, weights["last.weight"].shape[0])
        self.unused = nn.Parameter(torch.ones(2))  # never gets a gradient
        self.to(weights["first.weight"].dtype)
        self.load_state_dict(weights, strict=False)
        self.forwards, self.graphs = [], []

    def forward(self, x):
        out = self.last(torch.tanh(self.norm(self.first(x))))
        mode = "train" if self.training and self.norm.training else "eval"
        self.forwards.append(f"{mode} on {len(x)} samples")
        if mode == "eval":
            self.graphs.append(out.requires_grad)
        return out


class Batches:
    """An iterable of batches that has no length and begins anew with every loop."""

    def __init__(self, pairs):
        self.pairs = pairs

    def __iter__(self):
        yield from ((x.clone(), y.clone()) for x, y in self.pairs)


class SizedBatches(Batches):
    """The same with a length."""

    def __len__(self):
        return len(self.pairs)


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


def train(subject, weights, train_batches, val_batches, loss, settings, report):
    """Call fit once and report the history, the trained model and what happened on the way.

    Args:
        subject: The function fit.
        weights: The model's first weights by name.
        train_batches: Pairs (x, y).
        val_batches: Pairs (x, y).
        loss: A name in LOSSES.
        settings: epochs; and where they are wanted clip_norm, gamma for a schedule, starts_in_eval, without_length.
        report: Names of what is returned.
    """
    model, notes = Net(weights), []
    optimizer = NotedSGD(model.parameters(), 0.1, notes)
    arguments = {"epochs": settings["epochs"]} if settings["epochs"] > 1 else {}
    if "gamma" in settings:
        arguments["scheduler"] = NotedSchedule(optimizer, settings["gamma"], notes)
        notes.clear()
    if "clip_norm" in settings:
        arguments["clip_norm"] = settings["clip_norm"]
    model.train("starts_in_eval" not in settings)
    kind = Batches if "without_length" in settings else SizedBatches
    history = subject(model, kind(train_batches), kind(val_batches), LOSSES[loss], optimizer, **arguments)
    _inspect(history)
    everything = {
        "train_loss": history["train_loss"],
        "val_loss": history["val_loss"],
        "losses are Python floats": all(
            isinstance(value, float) for name in ("train_loss", "val_loss") for value in history[name]
        ),
        "parameters": {name: p.detach().clone() for name, p in model.named_parameters()},
        "running mean": model.norm.running_mean.clone(),
        "running variance": model.norm.running_var.clone(),
        "forward passes": model.forwards,
        "graph recorded in validation": model.graphs,
        "steps": notes,
        "learning rate at the end": optimizer.param_groups[0]["lr"],
        "ends in train mode": model.training and model.norm.training,
    }
    return {name: _plain(everything[name], model) if "_loss" in name else everything[name] for name in report}


def _plain(values, model):
    numbers = [float(value.detach() if isinstance(value, torch.Tensor) else value) for value in values]
    return torch.tensor(numbers, dtype=model.last.weight.dtype)


def _inspect(history):
    if not isinstance(history, dict) or not {"train_loss", "val_loss"} <= set(history):
        raise Complaint("fit must return a dict with the keys train_loss and val_loss.")
    if not all(isinstance(history[name], (list, tuple)) for name in ("train_loss", "val_loss")):
        raise Complaint("train_loss and val_loss must be lists.")
