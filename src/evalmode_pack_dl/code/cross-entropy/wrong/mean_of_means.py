"""Averages within each sequence first, then over the sequences.

verdict: wrong_answer
check: ignore-index
teaches: You average within each sequence and then over sequences, so a target in a mostly ignored sequence weighs more; every kept
  target has the same weight.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    if logits.dim() == 2:
        logits, target = logits.t().unsqueeze(0), target.unsqueeze(0)
    log_p = torch.log_softmax(logits, dim=1)
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=1)
    per_row = loss.masked_fill(~kept, 0).sum(dim=1) / kept.sum(dim=1)
    return per_row[kept.any(dim=1)].mean()
