"""Applies a sigmoid before the log-sigmoid.

verdict: wrong_answer
check: values
teaches: You apply a sigmoid to what already contains one; the input is a logit.
"""

import torch
import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    logits = torch.sigmoid(logits)
    weight = 1.0 if pos_weight is None else pos_weight
    positive = weight * target * F.softplus(-logits)
    negative = (1 - target) * F.softplus(logits)
    return (positive + negative).mean()
