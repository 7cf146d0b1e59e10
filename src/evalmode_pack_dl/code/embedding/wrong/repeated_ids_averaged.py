"""Averages the gradients of repeated ids.

verdict: wrong_answer
check: gradients
teaches: You divide a row's gradient by the number of occurrences. The gradients of repeated ids are summed.
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
            out = torch.where(pad, out.detach(), out)
        counts = torch.bincount(ids.reshape(-1), minlength=self.weight.shape[0]).clamp(min=1)
        scaled = out / counts[ids][..., None]
        return out.detach() + scaled - scaled.detach()
