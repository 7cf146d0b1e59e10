"""Builds the result from a Python number.

verdict: wrong_answer
check: gradients
teaches: You turn the loss into a plain number, so nothing can be trained with it; keep it a tensor of the graph.
"""

import torch
import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    pi = pi_chosen - pi_rejected
    ref = ref_chosen - ref_rejected
    margin = beta * (pi - ref)
    return torch.tensor(-F.logsigmoid(margin).mean().item(), dtype=margin.dtype)
