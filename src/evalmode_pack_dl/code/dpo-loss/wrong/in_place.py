"""Subtracts in place from the reference's values.

verdict: wrong_answer
check: inputs-untouched
teaches: You subtract in place, so the caller's reference values have changed afterwards; make a new tensor.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen
    ref -= ref_rejected
    margin = beta * (pi - ref)
    return -F.logsigmoid(margin).mean()
