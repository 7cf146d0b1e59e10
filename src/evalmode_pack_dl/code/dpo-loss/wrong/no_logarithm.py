"""Returns minus the sigmoid.

verdict: wrong_answer
check: values
teaches: The logarithm is missing; the loss is a negative log-likelihood.
"""

import torch


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * (pi - ref)
    return -torch.sigmoid(margin).mean()
