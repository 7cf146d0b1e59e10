"""Averages the margins.

verdict: wrong_answer
check: values
teaches: You average the margins before the log-sigmoid, so easy pairs hide hard ones; average the losses.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * (pi - ref)
    return -F.logsigmoid(margin.mean())
