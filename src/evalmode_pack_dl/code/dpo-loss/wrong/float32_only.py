"""Computes in float32.

verdict: wrong_answer
check: float64
teaches: You compute in float32, so float64 inputs lose half their digits; keep their dtype.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * (pi - ref).float()
    return -F.logsigmoid(margin).mean().to(pi.dtype)
