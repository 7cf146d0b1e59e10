"""An embedding layer."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Embedding(nn.Module):
    """Look up one row of a trained table for each id."""

    def __init__(self, num_embeddings: int, embedding_dim: int, padding_idx: int | None = None) -> None:
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))  # (V, D)

    def forward(self, ids: Tensor) -> Tensor:
        """Map ids of shape (...), int64, to vectors of shape (..., D)."""
        rows = self.weight[ids]  # (..., D); backward adds the gradients of repeated ids
        if self.padding_idx is None:  # not "if not self.padding_idx": row 0 may be the padding
            return rows
        is_padding = (ids == self.padding_idx).unsqueeze(-1)  # (..., 1)
        return torch.where(is_padding, rows.detach(), rows)  # the same values, but no gradient from padding
