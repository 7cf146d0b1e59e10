import torch


def bce_with_logits(logits, target, pos_weight=None):
    """The classic (1 - y) x + (1 + (w - 1) y) * softplus(-x), softplus written out."""
    zero = torch.zeros_like(logits)
    softplus = torch.maximum(-logits, zero) + torch.log1p(torch.exp(-torch.abs(logits)))
    factor = 1 if pos_weight is None else 1 + (pos_weight - 1) * target
    per_entry = (1 - target) * logits + factor * softplus
    return per_entry.sum() / logits.numel()
