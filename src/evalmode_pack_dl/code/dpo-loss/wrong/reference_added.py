"""Adds the reference's preference.

verdict: wrong_answer
check: values
teaches: You add the reference's preference; what counts is how far the policy goes beyond it, so subtract.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * (pi + ref)
    return -F.logsigmoid(margin).mean()
