"""Adds an epsilon inside the logarithm.

verdict: wrong_answer
check: large-margins
teaches: The epsilon caps the loss of a badly ranked pair near 18 and takes away its gradient; log-sigmoid needs none.
"""

import torch


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * (pi - ref)
    return -torch.log(torch.sigmoid(margin) + 1e-8).mean()
