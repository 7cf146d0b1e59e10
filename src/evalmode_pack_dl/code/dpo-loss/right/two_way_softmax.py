import torch


def dpo_loss(pi_chosen, pi_rejected, ref_chosen, ref_rejected, beta):
    """A two-class softmax over the implicit rewards whose right answer is always the first."""
    rewards = torch.stack([pi_chosen - ref_chosen, pi_rejected - ref_rejected], dim=1) * beta  # (B, 2)
    return torch.nn.functional.cross_entropy(rewards, torch.zeros(len(rewards), dtype=torch.int64))
