"""Spells the banned function in pieces.

verdict: forbidden
check: bans
teaches: This calls torch's own attention, which is what you are asked to build. Write the scores,
  the softmax and the weighted mean yourself.
"""

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, bias=True):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("d_model must be divisible by n_heads")
        self.n_heads = n_heads
        self.q_proj = nn.Linear(d_model, d_model, bias=bias)
        self.k_proj = nn.Linear(d_model, d_model, bias=bias)
        self.v_proj = nn.Linear(d_model, d_model, bias=bias)
        self.out_proj = nn.Linear(d_model, d_model, bias=bias)

    def split(self, x):
        return x.unflatten(-1, (self.n_heads, -1)).transpose(1, 2)

    def forward(self, x, context=None, key_padding_mask=None, causal=False):
        context = x if context is None else context
        q, k, v = self.split(self.q_proj(x)), self.split(self.k_proj(context)), self.split(self.v_proj(context))
        seen = torch.ones(x.shape[0], 1, x.shape[1], context.shape[1], dtype=torch.bool)
        if causal:
            seen = seen.tril()
        if key_padding_mask is not None:
            seen = seen & ~key_padding_mask[:, None, None, :]
        out = getattr(nn.functional, "scaled_dot_" + "product_attention")(q, k, v, seen)
        return self.out_proj(out.transpose(1, 2).flatten(2))
