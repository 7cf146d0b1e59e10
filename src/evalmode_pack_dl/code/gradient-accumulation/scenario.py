"""Makes some training steps with a small model and records parameters, losses, batch sizes and optimizer steps."""

import torch
from torch import nn
from torch.nn import functional as F

LOSSES = {"cross entropy": F.cross_entropy, "squared error": F.mse_loss}


class Net(nn.Module):
    """Linear, tanh, linear; notes the size of every batch, and has a parameter that never gets a gradient."""

    def __init__(self, weights):
        super().__init__()
        hidden, features = weights["first.weight"].shape
        self.first = nn.Linear(features, hidden)
        self.last = nn.Linear(hidden, weights["last.weight"].shape[0])
        self.unused = nn.Parameter(torch.ones(2))
        self.to(weights["first.weight"].dtype)
        self.load_state_dict(weights, strict=False)
        self.sizes = []

    def forward(self, x):
        self.sizes.append(len(x))
        return self.last(torch.tanh(self.first(x)))


class NotedSGD(torch.optim.SGD):
    """SGD with momentum that counts its steps."""

    steps = 0

    def step(self, closure=None):
        self.steps += 1
        return super().step(closure)


def accumulate(subject, weights, batches, loss, report, stale=False):
    """Make one training step for each batch, which is a list of micro-batches.

    Args:
        subject: The function train_step.
        weights: The model's first weights by name.
        batches: For each training step a list of pairs [x, y].
        loss: A name in LOSSES.
        report: Names of what is returned.
        stale: Whether gradients are left over before the first step.
    """
    model = Net(weights)
    optimizer = NotedSGD(model.parameters(), lr=0.1, momentum=0.9)
    if stale:
        for parameter in (*model.first.parameters(), *model.last.parameters()):
            parameter.grad = torch.ones_like(parameter)
    losses, floats, trajectory = [], True, []
    for micro_batches in batches:
        result = subject(model, optimizer, [(x.clone(), y.clone()) for x, y in micro_batches], LOSSES[loss])
        floats = floats and isinstance(result, float)
        losses.append(float(result.detach() if isinstance(result, torch.Tensor) else result))
        trajectory.append({name: p.detach().clone() for name, p in model.named_parameters()})
    everything = {
        "losses": torch.tensor(losses, dtype=model.last.weight.dtype),
        "parameters after each step": trajectory,
        "loss is a Python float": floats,
        "batch sizes seen by the model": model.sizes,
        "optimizer steps": optimizer.steps,
    }
    return {name: everything[name] for name in report}
