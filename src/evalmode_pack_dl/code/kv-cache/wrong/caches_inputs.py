"""Keeps the inputs and projects them all again.

verdict: wrong_answer
check: cached-not-recomputed
teaches: You keep the inputs and compute all keys and values again at each step. The outputs are
  right, the saving is gone: keep the projected keys and values.
"""

import math

import torch
from torch import nn


class CachedAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        self.n_heads = n_heads
        self.q_proj = nn.Linear(d_model, d_model)
        self.k_proj = nn.Linear(d_model, d_model)
        self.v_proj = nn.Linear(d_model, d_model)
        self.out_proj = nn.Linear(d_model, d_model)
        self.k_cache = None
        self.v_cache = None

    def reset(self):
        self.k_cache = None
        self.v_cache = None

    def split(self, x):
        B, T, D = x.shape
        return x.view(B, T, self.n_heads, D // self.n_heads).transpose(1, 2)

    def attend(self, q, k, v, causal):
        B, H, T, d_head = q.shape
        scores = q @ k.transpose(-2, -1) / math.sqrt(d_head)
        if causal:
            seen = torch.ones(T, k.shape[2], dtype=torch.bool).tril()
            scores = scores.masked_fill(~seen, float("-inf"))
        out = torch.softmax(scores, dim=-1) @ v
        return self.out_proj(out.transpose(1, 2).reshape(B, T, H * d_head))

    def forward(self, x):
        q, k, v = self.split(self.q_proj(x)), self.split(self.k_proj(x)), self.split(self.v_proj(x))
        return self.attend(q, k, v, causal=True)

    def prefill(self, x):
        q, k, v = self.split(self.q_proj(x)), self.split(self.k_proj(x)), self.split(self.v_proj(x))
        self.k_cache = x
        return self.attend(q, k, v, causal=True)

    def step(self, x_t):
        self.k_cache = x_t if self.k_cache is None else torch.cat([self.k_cache, x_t], dim=1)
        q = self.split(self.q_proj(x_t))
        k, v = self.split(self.k_proj(self.k_cache)), self.split(self.v_proj(self.k_cache))
        return self.attend(q, k, v, causal=False)
