"""Registers the table as a buffer.

verdict: wrong_answer
check: gradients
teaches: Your weight is a buffer, so it is saved but never trained. It has to be a parameter.
"""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.register_buffer("weight", torch.randn(num_embeddings, embedding_dim))

    def forward(self, ids):
        out = self.weight[ids]
        if self.padding_idx is not None:
            pad = (ids == self.padding_idx)[..., None]
            out = torch.where(pad, out.detach(), out)
        return out
