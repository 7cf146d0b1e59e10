"""Turns areas below one half around.

verdict: wrong_answer
check: values
teaches: You turn areas below one half around; a ranking that is worse than chance must be reported as such.
"""

import torch


def roc_auc(scores, y):
    positives, negatives = scores[y == 1].contiguous(), scores[y == 0].sort().values
    below = torch.searchsorted(negatives, positives, right=False).sum().item()
    up_to = torch.searchsorted(negatives, positives, right=True).sum().item()
    pairs = len(positives) * len(negatives)
    if pairs == 0:
        return float("nan")
    area = (below + up_to) / 2 / pairs
    return max(area, 1 - area)
