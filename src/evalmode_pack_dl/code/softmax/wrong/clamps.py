"""Clamps the logits to a safe range.

verdict: wrong_answer
check: large-logits
teaches: Clamping prevents the overflow but changes the differences between logits, and with them the result; subtracting the slice's
  maximum changes nothing.
"""

import torch


def softmax(x, dim):
    e = torch.exp(x.clamp(-50.0, 50.0))
    return e / e.sum(dim=dim, keepdim=True)
