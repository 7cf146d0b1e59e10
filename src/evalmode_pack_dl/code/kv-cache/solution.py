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
        self.reset()

    def reset(self):
        self.keys = self.values = None  # (B, H, S, d_head) once there is something

    def forward(self, x):
        return self.attend(*self.project(x), causal=True)

    def prefill(self, x):
        q, self.keys, self.values = self.project(x)
        return self.attend(q, self.keys, self.values, causal=True)

    def step(self, x_t):
        q, k, v = self.project(x_t)  # one token: (B, H, 1, d_head)
        self.keys = k if self.keys is None else torch.cat([self.keys, k], dim=2)  # (B, H, S + 1, d_head)
        self.values = v if self.values is None else torch.cat([self.values, v], dim=2)
        # All that is cached is the new token's past, so its single row needs no mask.
        return self.attend(q, self.keys, self.values, causal=False)

    def project(self, x):
        heads = (proj(x).unflatten(-1, (self.n_heads, -1)) for proj in (self.q_proj, self.k_proj, self.v_proj))
        return tuple(head.transpose(1, 2) for head in heads)  # each (B, H, T, d_head)

    def attend(self, q, k, v, causal):
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B, H, T, S)
        if causal:
            future = torch.ones_like(scores, dtype=torch.bool).triu(diagonal=1)
            scores = scores.masked_fill(future, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B, H, T, d_head)
        return self.out_proj(heads.transpose(1, 2).flatten(2))  # (B, T, d_model)
