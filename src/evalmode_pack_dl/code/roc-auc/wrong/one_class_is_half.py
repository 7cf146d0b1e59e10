"""Returns one half when a class is missing.

verdict: wrong_answer
check: one-class
teaches: With one class there are no pairs, so the area is undefined; NaN, not one half.
"""

import torch


def roc_auc(scores, y):
    positives, negatives = scores[y == 1].contiguous(), scores[y == 0].sort().values
    below = torch.searchsorted(negatives, positives, right=False).sum().item()
    up_to = torch.searchsorted(negatives, positives, right=True).sum().item()
    pairs = len(positives) * len(negatives)
    if pairs == 0:
        return 0.5
    return (below + up_to) / 2 / pairs
