"""Stops the gradient at the rejected responses.

verdict: wrong_answer
check: gradients
teaches: No gradient reaches the rejected responses; their log-probability has to be pushed down.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected.detach()
    ref = ref_chosen - ref_rejected
    margin = beta * (pi - ref)
    return -F.logsigmoid(margin).mean()
