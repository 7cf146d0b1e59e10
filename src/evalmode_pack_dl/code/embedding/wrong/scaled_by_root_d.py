"""Multiplies by the square root of the dimension.

verdict: wrong_answer
check: values
teaches: You scale the rows by the square root of the dimension, as the Transformer does after its embedding. The
  layer itself returns the rows as they are.
"""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))

    def forward(self, ids):
        out = self.weight[ids] * self.weight.shape[1] ** 0.5
        if self.padding_idx is not None:
            pad = (ids == self.padding_idx)[..., None]
            out = torch.where(pad, out.detach(), out)
        return out
