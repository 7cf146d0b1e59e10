"""Attention made of torch's own layers, for comparison with the drawings.

``take`` is given the weights that a drawing's module has, by name and in the order of its layers.
"""

import torch
import torch.nn.functional as F
from torch import nn

Named = dict[str, torch.Tensor]


class Attention(nn.MultiheadAttention):
    """``nn.MultiheadAttention``, with queries, keys and values from anywhere."""

    causal = False

    def __init__(self, d: int = 16, h: int = 4) -> None:
        super().__init__(d, h, batch_first=True)

    def take(self, named: Named) -> None:
        q, q_bias, k, k_bias, v, v_bias, out, out_bias = named.values()
        self._take(torch.cat([q, k, v]), torch.cat([q_bias, k_bias, v_bias]), out, out_bias)

    def _take(self, inner: torch.Tensor, inner_bias: torch.Tensor, out: torch.Tensor, out_bias: torch.Tensor) -> None:
        self.in_proj_weight.copy_(inner)
        self.in_proj_bias.copy_(inner_bias)
        self.out_proj.weight.copy_(out)
        self.out_proj.bias.copy_(out_bias)

    def forward(self, q: torch.Tensor, k: torch.Tensor, v: torch.Tensor) -> torch.Tensor:
        later = torch.ones(q.shape[1], k.shape[1], dtype=torch.bool).triu(1) if self.causal else None
        return super().forward(q, k, v, need_weights=False, attn_mask=later)[0]


class SelfAttention(Attention):
    """Of one sequence with itself."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return super().forward(x, x, x)


class CausalSelfAttention(SelfAttention):
    """No place sees a later one."""

    causal = True


class FusedSelfAttention(SelfAttention):
    """One matrix makes queries, keys and values."""

    def take(self, named: Named) -> None:
        self._take(*named.values())


class CrossAttention(Attention):
    """Queries of one sequence, keys and values of another."""

    def forward(self, x: torch.Tensor, memory: torch.Tensor) -> torch.Tensor:
        return super().forward(x, memory, memory)


class LatentAttention(nn.Module):
    """Keys and values are made out of one narrow vector for each place."""

    def __init__(self, d: int = 16, h: int = 4, c: int = 6) -> None:
        super().__init__()
        self.h = h
        self.q = nn.Linear(d, d)
        self.latent = nn.Linear(d, c)
        self.k = nn.Linear(c, d)
        self.v = nn.Linear(c, d)
        self.out = nn.Linear(d, d)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        latent = self.latent(x)
        projected = (self.q(x), self.k(latent), self.v(latent))
        q, k, v = (one.unflatten(-1, (self.h, -1)).transpose(1, 2) for one in projected)
        made = F.scaled_dot_product_attention(q, k, v)
        return self.out(made.transpose(1, 2).flatten(2))
