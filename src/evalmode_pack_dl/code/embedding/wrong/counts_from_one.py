"""Takes the ids as counted from one.

verdict: wrong_answer
check: values
teaches: You subtract one from the ids. They count from zero, and with your shift id 0 reads the last row.
"""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))

    def forward(self, ids):
        out = self.weight[ids - 1]
        if self.padding_idx is not None:
            pad = (ids == self.padding_idx)[..., None]
            out = torch.where(pad, out.detach(), out)
        return out
