"""Takes the weight to run along dimension 0.

verdict: wrong_answer
check: pos-weight
teaches: You lay the weights along the first dimension; they broadcast against the logits as tensors usually do, from the last
  dimension.
"""

import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    if pos_weight is not None and pos_weight.dim() == 1 and logits.dim() > 1 and len(pos_weight) == len(logits):
        weight = pos_weight.view(-1, *[1] * (logits.dim() - 1))
    positive = weight * target * F.softplus(-logits)
    negative = (1 - target) * F.softplus(logits)
    return (positive + negative).mean()
