"""Gives nothing for a tie.

verdict: wrong_answer
check: ties
teaches: A tie counts nothing for you; equal scores are worth one half.
"""

import torch


def roc_auc(scores, y):
    positives, negatives = scores[y == 1].contiguous(), scores[y == 0].sort().values
    below = torch.searchsorted(negatives, positives, right=False).sum().item()
    pairs = len(positives) * len(negatives)
    if pairs == 0:
        return float("nan")
    return below / pairs
