"""Subclasses torch's own layer.

verdict: forbidden
check: bans
teaches: You inherit the whole layer from torch. Index the weight yourself.
"""

from torch import nn

Base = nn.Embedding


class Embedding(Base):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__(num_embeddings, embedding_dim, padding_idx)
