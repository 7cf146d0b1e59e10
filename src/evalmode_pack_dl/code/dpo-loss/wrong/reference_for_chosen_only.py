"""Uses the reference for the chosen response only.

verdict: wrong_answer
check: values
teaches: You compare only the chosen response with the reference; the rejected one has its own log-ratio.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen
    margin = beta * (pi - ref)
    return -F.logsigmoid(margin).mean()
