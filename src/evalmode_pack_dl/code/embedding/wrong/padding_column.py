"""Clears a column of the gradient.

verdict: wrong_answer
check: gradients
teaches: You clear column padding_idx of the gradient. The padding is a row of the table.
"""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))
        if padding_idx is not None:
            column = padding_idx % embedding_dim
            kept = torch.arange(embedding_dim) != column
            self.weight.register_hook(lambda grad: grad * kept)

    def forward(self, ids):
        out = self.weight[ids]
        return out
