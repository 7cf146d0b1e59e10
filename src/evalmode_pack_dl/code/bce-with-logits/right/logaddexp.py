import torch


def bce_with_logits(logits, target, pos_weight=None):
    """A two-class softmax over the logits (x, 0)."""
    zero = torch.zeros_like(logits)
    log_z = torch.logaddexp(logits, zero)
    log_p, log_q = logits - log_z, -log_z
    if pos_weight is None:
        pos_weight = torch.ones(())
    return torch.mean(-(pos_weight.to(logits.dtype) * target * log_p + (1.0 - target) * log_q))
