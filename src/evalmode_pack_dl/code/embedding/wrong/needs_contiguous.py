"""Flattens the ids with view.

verdict: runtime_error
check: non-contiguous
teaches: view needs a tensor that is contiguous in memory, and transposed ids are not. Index with the ids as they
  are, or use reshape.
"""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))

    def forward(self, ids):
        out = self.weight[ids.view(-1)].view(*ids.shape, -1)
        if self.padding_idx is not None:
            pad = (ids == self.padding_idx)[..., None]
            out = torch.where(pad, out.detach(), out)
        return out
