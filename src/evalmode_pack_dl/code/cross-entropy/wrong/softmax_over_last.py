"""Normalises over the last dimension, which is time in (N, C, T).

verdict: wrong_answer
check: sequences
teaches: You normalise over the last dimension; in (N, C, T) that is time. The classes are dimension 1 in both layouts.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(logits, dim=-1)
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=1)
    return loss.masked_fill(~kept, 0).sum() / kept.sum()
