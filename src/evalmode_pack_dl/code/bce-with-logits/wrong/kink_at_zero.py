"""Gets the derivative at a logit of exactly 0 wrong.

verdict: wrong_answer
check: gradients
teaches: The value is right, but at a logit of exactly 0 clamp has slope 1 and abs has slope 0, so the gradient there is 1 - y and
  not 1/2 - y.
"""

import torch


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    soft = (-logits).clamp(min=0) + torch.log1p(torch.exp(-logits.abs()))
    positive = weight * target * soft
    negative = (1 - target) * (logits + soft)
    return (positive + negative).mean()
