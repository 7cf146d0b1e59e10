"""Exponentiates the raw logits.

verdict: wrong_answer
check: large-logits
teaches: You exponentiate the raw logits, so large ones overflow and inf / inf is NaN; subtract each slice's largest logit first, the
  result stays the same.
"""

import torch


def softmax(x, dim):
    e = torch.exp(x)
    return e / e.sum(dim=dim, keepdim=True)
