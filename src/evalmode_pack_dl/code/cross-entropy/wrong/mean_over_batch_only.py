"""Sums over time and averages over the batch.

verdict: wrong_answer
check: sequences
teaches: You divide by the batch size only, so the loss grows with the length of the sequences; divide by the number of all kept
  targets.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(logits, dim=1)
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=1)
    count = kept.sum() if kept.dim() == 1 else kept.any(dim=1).sum()
    return loss.masked_fill(~kept, 0).sum() / count
