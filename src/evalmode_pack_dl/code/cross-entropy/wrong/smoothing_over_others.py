"""Spreads the smoothing mass over the C - 1 other classes.

verdict: wrong_answer
check: label-smoothing
teaches: You spread the smoothing mass over the other C - 1 classes; here every one of the C classes gets an equal part, the right one
  too.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    classes = logits.shape[1]
    log_p = torch.log_softmax(logits, dim=1)
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    others = -log_p.sum(dim=1) - nll
    loss = (1 - label_smoothing) * nll + label_smoothing * others / max(classes - 1, 1)
    return loss.masked_fill(~kept, 0).sum() / kept.sum()
