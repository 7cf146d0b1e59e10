"""Divides by the number of all pairs of examples.

verdict: wrong_answer
check: values
teaches: You divide by the number of pairs of any two examples; only pairs of a positive and a negative count.
"""

import torch


def roc_auc(scores, y):
    positives, negatives = scores[y == 1].contiguous(), scores[y == 0].sort().values
    below = torch.searchsorted(negatives, positives, right=False).sum().item()
    up_to = torch.searchsorted(negatives, positives, right=True).sum().item()
    pairs = len(y) * (len(y) - 1) // 2 if len(positives) and len(negatives) else 0
    if pairs == 0:
        return float("nan")
    return (below + up_to) / 2 / pairs
