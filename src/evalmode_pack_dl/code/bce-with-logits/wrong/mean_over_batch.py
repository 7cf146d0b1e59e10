"""Divides by the first dimension only.

verdict: wrong_answer
check: values
teaches: You divide by the size of the first dimension; the mean is over all entries.
"""

import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    positive = weight * target * F.softplus(-logits)
    negative = (1 - target) * F.softplus(logits)
    return (positive + negative).sum() / logits.shape[0]
