"""Divides by the number of all targets.

verdict: wrong_answer
check: ignore-index
teaches: You divide by the number of all targets; the mean is over the targets that are not ignored, so padding must not count in the
  denominator either.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(logits, dim=1)
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=1)
    return (loss * kept).mean()
