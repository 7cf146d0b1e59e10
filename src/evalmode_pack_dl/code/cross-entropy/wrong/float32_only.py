"""Computes in float32 whatever comes in.

verdict: wrong_answer
check: float64
teaches: You cast to float32, so float64 logits lose half their digits and the result's dtype; compute in the dtype of the logits.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(logits.float(), dim=1)
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=1)
    return loss.masked_fill(~kept, 0).sum() / kept.sum()
