"""Does not subtract the positives' ranks among themselves.

verdict: wrong_answer
check: values
teaches: The rank sum contains the positives' ranks among themselves; subtract P (P + 1) / 2.
"""

import torch


def roc_auc(scores, y):
    _, group, size = scores.unique(return_inverse=True, return_counts=True)
    rank = (size.cumsum(0) - (size.double() - 1) / 2)[group]
    p = y.sum().double()
    n = len(y) - p
    return (rank[y == 1].sum() / (p * n)).item()
