"""Overwrites the ignored entries of the caller's target.

verdict: wrong_answer
check: inputs-untouched
teaches: You write into `target` to make it a valid index, so the caller's padding is gone after the first call; work on a copy.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(logits, dim=1)
    ignored = target == ignore_index
    target[ignored] = 0
    nll = -log_p.gather(1, target.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=1)
    return loss.masked_fill(ignored, 0).sum() / (~ignored).sum()
