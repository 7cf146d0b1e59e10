"""Leaves the reference model out.

verdict: wrong_answer
check: values
teaches: The reference model does not take part; its log-probabilities are subtracted from the policy's, that is what keeps the
  policy near it.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    margin = beta * pi
    return -F.logsigmoid(margin).mean()
