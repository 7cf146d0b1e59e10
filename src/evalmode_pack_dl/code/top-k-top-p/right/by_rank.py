import torch
from torch import inf, where


def filter_logits(logits, top_k=None, top_p=None):
    """Works with each token's rank, and with a comparison matrix instead of a cumulative sum."""
    rank = logits.argsort(-1, descending=True).argsort(-1)
    keep = torch.ones_like(logits, dtype=torch.bool)
    if top_k is not None:
        keep &= rank < top_k
    if top_p is not None and top_p < 1:
        p = torch.softmax(where(keep, logits, -inf), -1)
        better = rank.unsqueeze(-2) < rank.unsqueeze(-1)  # (..., V, V): row i marks the tokens ranked before i
        keep &= ((better * p.unsqueeze(-2)).sum(-1) < top_p) | (rank == 0)
    return where(keep, logits, -inf)
