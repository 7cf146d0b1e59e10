import torch
import torch.nn.functional as F
from torch import nn


class CachedAttention(nn.Module):
    """Torch's own attention, with is_causal for many queries and without it for one."""

    def __init__(self, d_model, n_heads):
        super().__init__()
        self.n_heads = n_heads
        self.q_proj = nn.Linear(d_model, d_model)
        self.k_proj = nn.Linear(d_model, d_model)
        self.v_proj = nn.Linear(d_model, d_model)
        self.out_proj = nn.Linear(d_model, d_model)
        self.cache = None

    def reset(self):
        self.cache = None

    def split(self, x):
        return x.unflatten(-1, (self.n_heads, -1)).transpose(1, 2)

    def forward(self, x):
        q, k, v = self.split(self.q_proj(x)), self.split(self.k_proj(x)), self.split(self.v_proj(x))
        return self.out_proj(F.scaled_dot_product_attention(q, k, v, is_causal=True).transpose(1, 2).flatten(2))

    def prefill(self, x):
        self.cache = self.split(self.k_proj(x)), self.split(self.v_proj(x))
        return self.forward(x)

    def step(self, x_t):
        new = self.split(self.k_proj(x_t)), self.split(self.v_proj(x_t))
        self.cache = (
            new if self.cache is None else tuple(torch.cat(pair, 2) for pair in zip(self.cache, new, strict=True))
        )
        mixed = F.scaled_dot_product_attention(self.split(self.q_proj(x_t)), *self.cache)
        return self.out_proj(mixed.transpose(1, 2).flatten(2))
