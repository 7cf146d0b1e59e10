import math

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, bias=True):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError(f"d_model ({d_model}) must be divisible by n_heads ({n_heads})")
        self.n_heads = n_heads
        self.q_proj = nn.Linear(d_model, d_model, bias=bias)
        self.k_proj = nn.Linear(d_model, d_model, bias=bias)
        self.v_proj = nn.Linear(d_model, d_model, bias=bias)
        self.out_proj = nn.Linear(d_model, d_model, bias=bias)

    def split_heads(self, x):
        # A head owns neighbouring features, so the features are split first and the axes moved afterwards.
        return x.unflatten(-1, (self.n_heads, -1)).transpose(1, 2)  # (B, T, d_model) -> (B, H, T, d_head)

    def forward(self, x, context=None, key_padding_mask=None, causal=False):
        context = x if context is None else context
        q = self.split_heads(self.q_proj(x))  # (B, H, T, d_head)
        k = self.split_heads(self.k_proj(context))  # (B, H, S, d_head)
        v = self.split_heads(self.v_proj(context))  # (B, H, S, d_head)

        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B, H, T, S)
        hidden = torch.zeros_like(scores, dtype=torch.bool)
        if causal:
            hidden = hidden | torch.ones_like(hidden).triu(diagonal=1)
        if key_padding_mask is not None:
            hidden = hidden | key_padding_mask[:, None, None, :]

        # The lowest finite number, not -inf: a row with nothing to see would be 0/0. Its weights are zeroed instead.
        scores = scores.masked_fill(hidden, torch.finfo(scores.dtype).min)
        weights = scores.softmax(dim=-1).masked_fill(hidden, 0.0)

        heads = weights @ v  # (B, H, T, d_head)
        return self.out_proj(heads.transpose(1, 2).flatten(2))  # (B, T, d_model)
