"""Stores the table as (D, V).

verdict: wrong_answer
check: values
teaches: Your weight has the shape (embedding_dim, num_embeddings). There is one row for each id, so it is the other
  way round.
"""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(embedding_dim, num_embeddings))

    def forward(self, ids):
        out = self.weight.T[ids]
        if self.padding_idx is not None:
            pad = (ids == self.padding_idx)[..., None]
            out = torch.where(pad, out.detach(), out)
        return out
