"""Counts the pairs that are in the wrong order.

verdict: wrong_answer
check: values
teaches: You count the pairs in which the negative wins; the positive is to have the higher score.
"""

import torch


def roc_auc(scores, y):
    positives, negatives = scores[y == 1].contiguous(), scores[y == 0].sort().values
    below = torch.searchsorted(negatives, positives, right=False).sum().item()
    up_to = torch.searchsorted(negatives, positives, right=True).sum().item()
    pairs = len(positives) * len(negatives)
    if pairs == 0:
        return float("nan")
    return 1 - (below + up_to) / 2 / pairs
