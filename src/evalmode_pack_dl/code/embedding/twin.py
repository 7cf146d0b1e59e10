"""torch's own embedding behind the same interface."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional


class Embedding(nn.Module):
    """Holds the table and calls torch's function."""

    def __init__(self, num_embeddings: int, embedding_dim: int, padding_idx: int | None = None) -> None:
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))

    def forward(self, ids: Tensor) -> Tensor:
        """Map ids of shape (...), int64, to vectors of shape (..., D)."""
        return functional.embedding(ids, self.weight, self.padding_idx)
