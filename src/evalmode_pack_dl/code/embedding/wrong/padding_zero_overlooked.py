"""Treats padding_idx=0 as no padding.

verdict: wrong_answer
check: gradients
teaches: You test padding_idx for truth, so row 0 is never taken as padding. Compare with None.
"""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))

    def forward(self, ids):
        out = self.weight[ids]
        if self.padding_idx:
            pad = (ids == self.padding_idx)[..., None]
            out = torch.where(pad, out.detach(), out)
        return out
