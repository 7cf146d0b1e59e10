"""Gives a full point for a tie.

verdict: wrong_answer
check: ties
teaches: A tie counts as a win for you; equal scores are worth one half, or else constant scores would look perfect.
"""

import torch


def roc_auc(scores, y):
    positives, negatives = scores[y == 1].contiguous(), scores[y == 0].sort().values
    up_to = torch.searchsorted(negatives, positives, right=True).sum().item()
    pairs = len(positives) * len(negatives)
    if pairs == 0:
        return float("nan")
    return up_to / pairs
