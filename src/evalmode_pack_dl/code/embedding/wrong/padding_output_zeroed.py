"""Returns zeros at padding positions.

verdict: wrong_answer
check: padding
teaches: You return zeros at padding positions. The stored row is returned as it is; only its gradient is stopped.
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
            out = out.masked_fill(pad, 0.0)
        return out
