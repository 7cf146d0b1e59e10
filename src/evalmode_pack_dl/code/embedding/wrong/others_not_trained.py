"""Detaches everything but the padding.

verdict: wrong_answer
check: gradients
teaches: You have the two sides of the selection exchanged, so that only the padding row is trained. It is the one
  row that must not be.
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
        if self.padding_idx is not None:
            pad = (ids == self.padding_idx)[..., None]
            out = torch.where(pad, out, out.detach())
        return out
