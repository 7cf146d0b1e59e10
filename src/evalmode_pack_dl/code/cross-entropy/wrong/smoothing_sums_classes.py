"""Sums the log-probabilities of the uniform part where their mean is meant.

verdict: wrong_answer
check: label-smoothing
teaches: You give every class the whole smoothing mass; it is shared, so each of the C classes gets label_smoothing / C.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(logits, dim=1)
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.sum(dim=1)
    return loss.masked_fill(~kept, 0).sum() / kept.sum()
