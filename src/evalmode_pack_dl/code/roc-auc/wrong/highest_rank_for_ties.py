"""Gives all equal scores the highest rank of their group.

verdict: wrong_answer
check: ties
teaches: Equal scores all get the last rank of their group; they share the mean of their ranks.
"""

import torch


def roc_auc(scores, y):
    _, group, size = scores.unique(return_inverse=True, return_counts=True)
    rank = (size.double().cumsum(0))[group]
    p = y.sum().double()
    n = len(y) - p
    return ((rank[y == 1].sum() - p * (p + 1) / 2) / (p * n)).item()
