"""Returns the log-likelihood itself.

verdict: wrong_answer
check: values
teaches: You return the log-likelihood; a loss is minimised, so it is its negative.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * (pi - ref)
    return F.logsigmoid(margin).mean()
