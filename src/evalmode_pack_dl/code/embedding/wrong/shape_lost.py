"""Returns one long list of rows.

verdict: wrong_answer
check: values
teaches: You flatten the ids and return (N, D). The result has the shape of the ids with the embedding dimension
  appended.
"""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))

    def forward(self, ids):
        out = self.weight[ids.reshape(-1)]
        if self.padding_idx is not None:
            pad = (ids.reshape(-1) == self.padding_idx)[..., None]
            out = torch.where(pad, out.detach(), out)
        return out
