"""Computes log(1 + exp(-m)) without taking out the large part.

verdict: wrong_answer
check: large-margins
teaches: exp(-m) overflows for a large negative margin; the log-sigmoid function takes the large part out first.
"""

import torch


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * (pi - ref)
    return torch.log1p(torch.exp(-margin)).mean()
