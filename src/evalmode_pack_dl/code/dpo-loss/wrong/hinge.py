"""Uses a hinge loss.

verdict: wrong_answer
check: values
teaches: This is a hinge loss; DPO uses the logistic loss, minus the log-sigmoid.
"""

import torch


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * (pi - ref)
    return torch.relu(1 - margin).mean()
