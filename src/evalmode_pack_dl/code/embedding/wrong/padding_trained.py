"""Ignores padding_idx.

verdict: wrong_answer
check: gradients
teaches: Your padding row gets a gradient like any other. No gradient may reach it.
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
        return out
