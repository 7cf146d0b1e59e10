"""Weighs both parts.

verdict: wrong_answer
check: pos-weight
teaches: You weigh the whole entry; pos_weight multiplies the positive part only.
"""

import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    positive = weight * target * F.softplus(-logits)
    negative = weight * (1 - target) * F.softplus(logits)
    return (positive + negative).mean()
