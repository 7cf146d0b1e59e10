"""Uses bags of one id.

verdict: forbidden
check: bans
teaches: A bag of one id is torch's embedding by another name. Index the weight yourself.
"""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))

    def forward(self, ids):
        rows = nn.functional.embedding_bag(ids.reshape(-1, 1), self.weight, mode="sum", padding_idx=None)
        rows = rows.reshape(*ids.shape, self.weight.shape[1])
        if self.padding_idx is None:
            return rows
        return torch.where((ids == self.padding_idx)[..., None], rows.detach(), rows)
