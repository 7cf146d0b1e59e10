"""Divides by the sum of the weights.

verdict: wrong_answer
check: pos-weight
teaches: You divide by the sum of the weights; this loss is a plain mean over the entries.
"""

import torch
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    positive = weight * target * F.softplus(-logits)
    negative = (1 - target) * F.softplus(logits)
    used = torch.as_tensor(weight, dtype=logits.dtype) * target + (1 - target)
    return (positive + negative).sum() / used.sum()
