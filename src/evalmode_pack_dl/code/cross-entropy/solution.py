import torch
from torch import Tensor


def cross_entropy(logits: Tensor, target: Tensor, ignore_index: int = -100, label_smoothing: float = 0.0) -> Tensor:
    """Mean cross-entropy over the targets that are not ignored; logits are (N, C) or (N, C, T)."""
    shifted = logits - logits.amax(dim=1, keepdim=True)  # the largest becomes 0: exp cannot overflow
    log_p = shifted - shifted.exp().sum(dim=1, keepdim=True).log()  # (N, C[, T])

    kept = target != ignore_index  # (N[, T])
    index = target.masked_fill(~kept, 0)  # a valid class everywhere; its loss is dropped below
    log_p_target = log_p.gather(1, index.unsqueeze(1)).squeeze(1)  # (N, 1[, T]) -> (N[, T])

    against_label = -log_p_target  # (N[, T])
    against_uniform = -log_p.mean(dim=1)  # (N[, T])
    loss = (1 - label_smoothing) * against_label + label_smoothing * against_uniform
    return torch.where(kept, loss, 0.0).sum() / kept.sum()  # 0 / 0 is NaN when nothing is kept
