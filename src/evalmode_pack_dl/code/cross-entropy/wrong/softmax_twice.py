"""Treats the logits as if they had to be turned into probabilities first.

verdict: wrong_answer
check: values
teaches: You normalise twice - a softmax, and then a log-softmax of the probabilities; the second one already takes raw logits.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(torch.softmax(logits, dim=1), dim=1)
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=1)
    return loss.masked_fill(~kept, 0).sum() / kept.sum()
