"""Prefers the rejected responses.

verdict: wrong_answer
check: values
teaches: The sign is reversed, so the rejected responses are preferred; the margin is chosen minus rejected.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * (pi - ref)
    return -F.logsigmoid(-margin).mean()
