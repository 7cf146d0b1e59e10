"""Clamps the probabilities.

verdict: wrong_answer
check: large-logits
teaches: Clamping the probabilities caps the loss and stops the gradient of exactly the worst mistakes; work on the logits.
"""

import torch


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    positive = -weight * target * torch.sigmoid(logits).clamp(1e-7, 1 - 1e-7).log()
    negative = -(1 - target) * (1 - torch.sigmoid(logits).clamp(1e-7, 1 - 1e-7)).log()
    return (positive + negative).mean()
