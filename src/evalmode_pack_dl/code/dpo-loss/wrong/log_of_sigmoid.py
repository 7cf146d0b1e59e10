"""Takes the logarithm of a sigmoid.

verdict: wrong_answer
check: large-margins
teaches: You take the logarithm of a sigmoid; for a large negative margin the sigmoid underflows to 0 and the loss is infinite.
  Use log-sigmoid.
"""

import torch


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * (pi - ref)
    return -torch.log(torch.sigmoid(margin)).mean()
