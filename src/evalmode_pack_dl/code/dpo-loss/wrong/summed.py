"""Sums over the batch.

verdict: wrong_answer
check: values
teaches: You sum over the pairs; the loss is their mean.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * (pi - ref)
    return -F.logsigmoid(margin).sum()
