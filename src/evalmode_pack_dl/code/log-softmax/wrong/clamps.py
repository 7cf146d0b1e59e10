"""Clamps the logits to a safe range.

verdict: wrong_answer
check: large-gaps
teaches: Clamping avoids the overflow but changes the gaps between logits, so a gap of 200 is lost; shift by the maximum, which changes
  nothing.
"""

import torch


def log_softmax(x, dim=-1):
    z = x.clamp(-80.0, 80.0)
    return z - torch.exp(z).sum(dim=dim, keepdim=True).log()
