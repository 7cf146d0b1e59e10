"""Leaves out the negatives' part.

verdict: wrong_answer
check: values
teaches: You score only the positives' part; (1 - y) log(1 - p) counts too.
"""

import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    positive = weight * target * F.softplus(-logits)
    negative = (1 - target) * F.softplus(logits)
    return positive.mean()
