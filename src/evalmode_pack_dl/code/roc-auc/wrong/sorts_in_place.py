"""Sorts the caller's scores.

verdict: wrong_answer
check: inputs-untouched
teaches: You sort the caller's scores in place; work on a copy.
"""

import torch


def roc_auc(scores, y):
    positives, negatives = scores[y == 1].contiguous(), scores[y == 0].sort().values
    scores.copy_(scores.sort().values)
    below = torch.searchsorted(negatives, positives, right=False).sum().item()
    up_to = torch.searchsorted(negatives, positives, right=True).sum().item()
    pairs = len(positives) * len(negatives)
    if pairs == 0:
        return float("nan")
    return (below + up_to) / 2 / pairs
