import torch
import torch.nn.functional as F


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    margin = beta * ((pi_chosen - pi_rejected) - (ref_chosen - ref_rejected))
    return F.binary_cross_entropy_with_logits(margin, torch.ones_like(margin))
