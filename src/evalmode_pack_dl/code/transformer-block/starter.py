import math

import torch
from torch import nn
from torch.nn import functional as F


class Block(nn.Module):
    """Pre-norm causal Transformer block.

    Frozen names: ln1, q_proj, k_proj, v_proj, out_proj, ln2, fc1, fc2.
    """

    def __init__(self, d_model, n_heads, d_ff):
        super().__init__()
        raise NotImplementedError

    def forward(self, x):
        """Map x (B, T, d_model) to (B, T, d_model)."""
        raise NotImplementedError
