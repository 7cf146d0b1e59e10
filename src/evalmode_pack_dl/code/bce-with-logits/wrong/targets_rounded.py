"""Rounds the targets.

verdict: wrong_answer
check: values
teaches: You round the targets; values between 0 and 1 are used as they are.
"""

import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    target = target.round()
    weight = 1.0 if pos_weight is None else pos_weight
    positive = weight * target * F.softplus(-logits)
    negative = (1 - target) * F.softplus(logits)
    return (positive + negative).mean()
