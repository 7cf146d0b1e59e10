"""Fetches torch's function by a name put together at run time.

verdict: forbidden
check: bans
teaches: You hand the whole job to torch's embedding. Index the weight yourself.
"""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))

    def forward(self, ids):
        name = "embed" + "ding"
        return vars(nn.functional)[name](ids, self.weight, self.padding_idx)
