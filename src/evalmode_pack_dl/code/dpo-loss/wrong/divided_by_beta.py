"""Divides by beta.

verdict: wrong_answer
check: values
teaches: You divide by beta as if it were a temperature; it multiplies the margin.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = (pi - ref) / beta
    return -F.logsigmoid(margin).mean()
