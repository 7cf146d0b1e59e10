"""Scales the loss instead of the margin.

verdict: wrong_answer
check: values
teaches: beta scales your loss; it belongs inside, on the margin.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = pi - ref
    return -beta * F.logsigmoid(margin).mean()
