"""Takes logarithms of the sigmoid.

verdict: wrong_answer
check: large-logits
teaches: You take logarithms of the sigmoid's output, which saturates at exactly 0 and 1; use log-sigmoid or softplus of the
  logits.
"""

import torch


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    positive = -weight * target * torch.sigmoid(logits).log()
    negative = -(1 - target) * (1 - torch.sigmoid(logits)).log()
    return (positive + negative).mean()
