"""Calls the operator behind torch's layer.

verdict: forbidden
check: bans
teaches: You call the operator behind torch's embedding. Index the weight yourself.
"""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))

    def forward(self, ids):
        padding = -1 if self.padding_idx is None else self.padding_idx
        return torch.ops.aten.embedding(self.weight, ids, padding)
