"""Clamps the margin.

verdict: wrong_answer
check: large-margins
teaches: Clamping the margin makes the worst pairs cost the same and gives them no gradient; log-sigmoid is stable without it.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = (beta * (pi - ref)).clamp(-20, 20)
    return -F.logsigmoid(margin).mean()
