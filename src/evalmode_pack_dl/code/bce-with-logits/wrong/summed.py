"""Sums over the entries.

verdict: wrong_answer
check: values
teaches: You return the sum; the loss is the mean over all entries.
"""

import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    positive = weight * target * F.softplus(-logits)
    negative = (1 - target) * F.softplus(logits)
    return (positive + negative).sum()
