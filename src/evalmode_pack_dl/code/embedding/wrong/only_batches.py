"""Unpacks exactly two dimensions.

verdict: runtime_error
check: values
teaches: You unpack batch and time, so ids of another rank fail. Ids may have any shape.
"""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))

    def forward(self, ids):
        B, T = ids.shape
        out = self.weight[ids.reshape(B * T)].reshape(B, T, -1)
        if self.padding_idx is not None:
            pad = (ids == self.padding_idx)[..., None]
            out = torch.where(pad, out.detach(), out)
        return out
