"""An embedding layer."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Embedding(nn.Module):
    """Look up one row of a trained table for each id.

    Args:
        num_embeddings: Number of rows V.
        embedding_dim: Length D of each row.
        padding_idx: The row that gets no gradient, or None.
    """

    def __init__(self, num_embeddings: int, embedding_dim: int, padding_idx: int | None = None) -> None:
        super().__init__()
        raise NotImplementedError

    def forward(self, ids: Tensor) -> Tensor:
        """Map ids of shape (...), int64, to vectors of shape (..., D)."""
        raise NotImplementedError
