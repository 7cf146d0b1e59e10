import math

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    """Multi-head attention with frozen names q_proj, k_proj, v_proj and out_proj.

    Raises ValueError if d_model is not divisible by n_heads.
    """

    def __init__(self, d_model, n_heads, bias=True):
        super().__init__()
        raise NotImplementedError

    def forward(self, x, context=None, key_padding_mask=None, causal=False):
        """Attend from x (B, T, d_model) to context (B, S, d_model), by default to x itself.

        key_padding_mask (B, S) is True at padding; causal lets position i see positions j <= i.
        Returns (B, T, d_model).
        """
        raise NotImplementedError
