"""Subtracts ratios of probabilities.

verdict: wrong_answer
check: values
teaches: You exponentiate the log-ratios; the margin is a difference of log-ratios, not of ratios.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    margin = beta * ((pi_chosen - ref_chosen).exp() - (pi_rejected - ref_rejected).exp())
    return -F.logsigmoid(margin).mean()
