"""Plays some rounds between a small generator and a small discriminator, and records weights, losses and leaks."""

import torch
from torch import nn

from evalmode_runner.scenarios import Complaint


def network(weights):
    """Linear, tanh, linear with the given weights."""
    hidden, features = weights["0.weight"].shape
    net = nn.Sequential(nn.Linear(features, hidden), nn.Tanh(), nn.Linear(hidden, weights["2.weight"].shape[0]))
    net.to(weights["0.weight"].dtype).load_state_dict(weights)
    return net


class Flat(nn.Module):
    """A discriminator that gives logits of shape (N,) rather than (N, 1)."""

    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, x):
        return self.net(x).squeeze(-1)


class WatchedSGD(torch.optim.SGD):
    """SGD with momentum that calls back before each step."""

    before_step = None
    steps = 0

    def step(self, closure=None):
        self.steps += 1
        if self.before_step is not None:
            self.before_step()
        return super().step(closure)


def play(subject, generator, discriminator, rounds, report, flat=False, stale=False):
    """Call gan_step once per round.

    Args:
        subject: The function gan_step.
        generator: The generator's first weights by name.
        discriminator: The discriminator's first weights by name.
        rounds: For each round a list [real, z_d, z_g].
        report: Names of what is returned.
        flat: Whether logits have the shape (N,).
        stale: Whether gradients are left over in both networks before the first round.
    """
    G, D = network(generator), network(discriminator)
    judge = Flat(D) if flat else D
    opt_g = WatchedSGD(G.parameters(), lr=0.1, momentum=0.5)
    opt_d = WatchedSGD(D.parameters(), lr=0.2, momentum=0.5)
    if stale:
        for parameter in (*G.parameters(), *D.parameters()):
            parameter.grad = torch.ones_like(parameter)
    clean = []
    allowed = [_gradients(G)]
    opt_d.before_step = lambda: clean.append(_none_or_zero(G) or _same(_gradients(G), allowed[0]))
    losses, floats, weights = [], True, []
    for real, z_d, z_g in rounds:
        allowed[0] = _gradients(G)
        result = subject(G, judge, opt_g, opt_d, real.clone(), z_d.clone(), z_g.clone())
        if not isinstance(result, (tuple, list)) or len(result) != 2:
            raise Complaint("gan_step must return the pair (loss_d, loss_g).")
        floats = floats and all(isinstance(value, float) for value in result)
        losses.append([float(value.detach() if isinstance(value, torch.Tensor) else value) for value in result])
        weights.append({"generator": _weights(G), "discriminator": _weights(D)})
    everything = {
        "losses (D, G)": torch.tensor(losses, dtype=generator["0.weight"].dtype),
        "weights after each round": weights,
        "losses are Python floats": floats,
        "generator's gradients untouched when the discriminator steps": all(clean),
        "optimizer steps (D, G)": [opt_d.steps, opt_g.steps],
        "all parameters still require gradients": all(p.requires_grad for net in (G, D) for p in net.parameters()),
    }
    return {name: everything[name] for name in report}


def _weights(net):
    return {name: p.detach().clone() for name, p in net.named_parameters()}


def _gradients(net):
    return [None if p.grad is None else p.grad.clone() for p in net.parameters()]


def _none_or_zero(net):
    return all(p.grad is None or not p.grad.any() for p in net.parameters())


def _same(ours, theirs):
    return all(
        (a is None) == (b is None) and (a is None or torch.equal(a, b)) for a, b in zip(ours, theirs, strict=True)
    )
