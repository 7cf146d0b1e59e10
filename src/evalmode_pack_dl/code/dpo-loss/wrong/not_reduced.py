"""Returns one loss per pair.

verdict: wrong_answer
check: values
teaches: You return one loss per pair; the result is their mean, a 0-d tensor.
"""

import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * (pi - ref)
    return -F.logsigmoid(margin)
