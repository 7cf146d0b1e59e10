"""Changes the caller's targets.

verdict: wrong_answer
check: inputs-untouched
teaches: You change the caller's targets in place; make a new tensor.
"""

import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    positive = weight * target * F.softplus(-logits)
    negative = target.neg_().add_(1) * F.softplus(logits)
    return (positive + negative).mean()
