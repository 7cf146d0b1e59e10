"""Writes softplus without taking out the large part.

verdict: wrong_answer
check: large-logits
teaches: log(1 + exp(x)) overflows for large x; take the large part out first, as softplus does.
"""

import torch


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    positive = weight * target * torch.log1p(torch.exp(-logits))
    negative = (1 - target) * torch.log1p(torch.exp(logits))
    return (positive + negative).mean()
