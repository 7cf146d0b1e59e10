"""Ranks equal scores in the order of the sort.

verdict: wrong_answer
check: ties
teaches: Equal scores get different ranks, in whatever order the sort leaves them; they share the mean of their ranks.
"""

import torch


def roc_auc(scores, y):
    order = scores.argsort(stable=True)
    rank = torch.empty(len(y), dtype=torch.float64)
    rank[order] = torch.arange(1, len(y) + 1, dtype=torch.float64)
    p = y.sum().double()
    n = len(y) - p
    return ((rank[y == 1].sum() - p * (p + 1) / 2) / (p * n)).item()
