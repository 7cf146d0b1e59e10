"""A mixture of experts in which each token is sent to its two experts alone, for comparison with the drawings."""

import torch
from torch import nn


class MixtureOfExperts(nn.Module):
    """Five experts; the gates are the softmax over the two best scores."""

    renormalised = True

    def __init__(self, d: int = 8, E: int = 5) -> None:
        super().__init__()
        self.router = nn.Linear(d, E)
        self.experts = nn.ModuleList(
            nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d)) for _ in range(E)
        )

    def gates(self, scores: torch.Tensor) -> torch.Tensor:
        if self.renormalised:
            return scores.sort(descending=True).values[:2].softmax(0)
        return scores.softmax(0).sort(descending=True).values[:2]

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        rows = []
        for token in x:
            scores = self.router(token)
            best = scores.argsort(descending=True)[:2]
            made = [self.experts[int(place)](token) for place in best]
            rows.append(sum(gate * one for gate, one in zip(self.gates(scores), made, strict=True)))
        return torch.stack(rows)


class SoftmaxFirst(MixtureOfExperts):
    """The gates are the softmax over all scores, of which the two largest are kept."""

    renormalised = False
