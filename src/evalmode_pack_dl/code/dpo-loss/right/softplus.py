import torch


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    """log(1 + exp(-m)), with the large part taken out by hand."""
    policy = pi_chosen - pi_rejected
    reference = ref_chosen - ref_rejected
    m = (policy - reference).mul(beta)
    per_pair = torch.where(m < 0, -m, 0.0) + torch.log1p(torch.exp(-torch.where(m < 0, -m, m)))
    return per_pair.sum() / per_pair.numel()
