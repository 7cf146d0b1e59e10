"""Multiplies with one-hot vectors of a fixed dtype.

verdict: runtime_error
check: float64
teaches: Your one-hot vectors are float32 whatever the weight is, and the product with a float64 weight fails. Use
  the weight's dtype.
"""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))

    def forward(self, ids):
        out = nn.functional.one_hot(ids, self.weight.shape[0]).float() @ self.weight
        if self.padding_idx is not None:
            pad = (ids == self.padding_idx)[..., None]
            out = torch.where(pad, out.detach(), out)
        return out
