"""Detaches the whole batch when it holds padding.

verdict: wrong_answer
check: gradients
teaches: One padding id stops the gradient of the whole batch. Only the padding row goes without.
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
        if self.padding_idx is not None:
            pad = (ids == self.padding_idx)[..., None]
            if pad.any():
                out = out.detach() + 0 * self.weight.sum()
        return out
