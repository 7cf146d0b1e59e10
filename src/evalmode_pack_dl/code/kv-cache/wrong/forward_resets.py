"""Forward empties the cache first.

verdict: wrong_answer
check: forward-leaves-cache
teaches: Your forward empties the cache, so a full pass in between ruins the decoding. Forward
  neither reads nor changes it.
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
        self.reset()
        q, k, v = self.split(self.q_proj(x)), self.split(self.k_proj(x)), self.split(self.v_proj(x))
        return self.attend(q, k, v, causal=True)

    def prefill(self, x):
        q, k, v = self.split(self.q_proj(x)), self.split(self.k_proj(x)), self.split(self.v_proj(x))
        self.k_cache = k
        self.v_cache = v
        return self.attend(q, k, v, causal=True)

    def step(self, x_t):
        q, k, v = self.split(self.q_proj(x_t)), self.split(self.k_proj(x_t)), self.split(self.v_proj(x_t))
        if self.k_cache is not None:
            k = torch.cat([self.k_cache, k], dim=2)
            v = torch.cat([self.v_cache, v], dim=2)
        self.k_cache = k
        self.v_cache = v
        return self.attend(q, k, v, causal=False)
