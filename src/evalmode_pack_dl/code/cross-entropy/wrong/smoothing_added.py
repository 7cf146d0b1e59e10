"""Adds the uniform part without taking it from the label's part.

verdict: wrong_answer
check: label-smoothing
teaches: You add the uniform part on top; the target distribution must still sum to one, so the label's own part shrinks by the
  factor 1 - label_smoothing.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(logits, dim=1)
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = nll - label_smoothing * log_p.mean(dim=1)
    return loss.masked_fill(~kept, 0).sum() / kept.sum()
