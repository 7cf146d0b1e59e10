"""Counts ranks from zero.

verdict: wrong_answer
check: values
teaches: Your ranks count from 0 while the correction P (P + 1) / 2 assumes ranks from 1.
"""

import torch


def roc_auc(scores, y):
    _, group, size = scores.unique(return_inverse=True, return_counts=True)
    rank = (size.cumsum(0) - (size.double() + 1) / 2)[group]
    p = y.sum().double()
    n = len(y) - p
    return ((rank[y == 1].sum() - p * (p + 1) / 2) / (p * n)).item()
