"""Protects the logarithms by an epsilon.

verdict: wrong_answer
check: large-logits
teaches: The epsilon caps the cost of a confident mistake near 18 and takes away its gradient; from the logits it is exact.
"""

import torch


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    positive = -weight * target * (torch.sigmoid(logits) + 1e-8).log()
    negative = -(1 - target) * (1 - torch.sigmoid(logits) + 1e-8).log()
    return (positive + negative).mean()
