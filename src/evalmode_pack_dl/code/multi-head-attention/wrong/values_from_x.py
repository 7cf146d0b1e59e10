"""Takes the values from x in cross-attention.

verdict: runtime_error
check: cross-attention
teaches: In cross-attention you take the keys from the context but the values from x. Both keys and
  values come from the context.
"""

import math

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, bias=True):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("d_model must be divisible by n_heads")
        self.n_heads = n_heads
        self.d_head = d_model // n_heads
        self.q_proj = nn.Linear(d_model, d_model, bias=bias)
        self.k_proj = nn.Linear(d_model, d_model, bias=bias)
        self.v_proj = nn.Linear(d_model, d_model, bias=bias)
        self.out_proj = nn.Linear(d_model, d_model, bias=bias)

    def split(self, x):
        B, T, _ = x.shape
        return x.view(B, T, self.n_heads, self.d_head).transpose(1, 2)

    def forward(self, x, context=None, key_padding_mask=None, causal=False):
        if context is None:
            context = x
        B, T, D = x.shape
        S = context.shape[1]
        q = self.split(self.q_proj(x))
        k = self.split(self.k_proj(context))
        v = self.split(self.v_proj(x))
        scores = q @ k.transpose(-2, -1) / math.sqrt(self.d_head)
        hidden = torch.zeros(B, 1, T, S, dtype=torch.bool)
        if causal:
            hidden = hidden | torch.ones(T, S, dtype=torch.bool).triu(1)
        if key_padding_mask is not None:
            hidden = hidden | key_padding_mask[:, None, None, :]
        scores = scores.masked_fill(hidden, float("-inf"))
        weights = torch.softmax(scores, dim=-1).masked_fill(hidden, 0.0)
        out = (weights @ v).transpose(1, 2).reshape(B, T, D)
        return self.out_proj(out)
