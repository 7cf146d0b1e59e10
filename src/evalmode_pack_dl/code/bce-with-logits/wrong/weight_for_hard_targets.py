"""Applies the weight where the target is exactly 1.

verdict: wrong_answer
check: pos-weight
teaches: You apply the weight only where the target is above one half; soft targets are weighted in proportion to y.
"""

import torch
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    positive = (
        torch.where(target > 0.5, torch.as_tensor(weight, dtype=logits.dtype), 1.0) * target * F.softplus(-logits)
    )
    negative = (1 - target) * F.softplus(logits)
    return (positive + negative).mean()
