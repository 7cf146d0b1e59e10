"""Computes in float32.

verdict: wrong_answer
check: float64
teaches: You compute in float32, so float64 logits lose half their digits; keep their dtype.
"""

import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    logits = logits.float()
    positive = weight * target * F.softplus(-logits)
    negative = (1 - target) * F.softplus(logits)
    return (positive + negative).mean()
