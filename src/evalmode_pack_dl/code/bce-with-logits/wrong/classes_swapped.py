"""Exchanges positives and negatives.

verdict: wrong_answer
check: values
teaches: Positives and negatives are exchanged; a large logit means a positive.
"""

import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    positive = weight * target * F.softplus(logits)
    negative = (1 - target) * F.softplus(-logits)
    return (positive + negative).mean()
