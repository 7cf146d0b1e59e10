"""Avoids dividing by zero when nothing is left.

verdict: wrong_answer
check: all-ignored
teaches: You return 0 when every target is ignored; the statement asks for NaN there, as the mean of nothing is undefined.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(logits, dim=1)
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=1)
    return loss.masked_fill(~kept, 0).sum() / kept.sum().clamp(min=1)
