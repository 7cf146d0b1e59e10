"""Scales the policy's part only.

verdict: wrong_answer
check: values
teaches: beta scales only the policy's part; it multiplies the whole difference of log-ratios.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * pi - ref
    return -F.logsigmoid(margin).mean()
