import math

import torch
from torch import nn


class CachedAttention(nn.Module):
    """Causal self-attention with frozen names q_proj, k_proj, v_proj, out_proj, and a KV-cache for decoding."""

    def __init__(self, d_model, n_heads):
        super().__init__()
        raise NotImplementedError

    def forward(self, x):
        """The full causal pass, (B, T, d_model) to (B, T, d_model). Does not touch the cache."""
        raise NotImplementedError

    def prefill(self, x):
        """Fill the empty cache from x (B, T, d_model); returns the outputs of all its positions."""
        raise NotImplementedError

    def step(self, x_t):
        """Append one token x_t (B, 1, d_model) to the cache; returns its output (B, 1, d_model)."""
        raise NotImplementedError

    def reset(self):
        """Empty the cache."""
        raise NotImplementedError
