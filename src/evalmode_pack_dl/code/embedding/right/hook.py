"""Flattens the ids for index_select, and clears the padding row's gradient in a hook on the weight."""

import torch
from torch import nn


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))
        if padding_idx is not None:
            self.weight.register_hook(self._without_padding)

    def _without_padding(self, grad):
        grad = grad.clone()
        grad[self.padding_idx] = 0
        return grad

    def forward(self, ids):
        return self.weight.index_select(0, ids.reshape(-1)).reshape(*ids.shape, -1)
