"""Forgets to subtract the largest logit.

verdict: wrong_answer
check: large-logits
teaches: You exponentiate the raw logits, which overflows for large ones; subtract the largest logit of each position first, that
  changes nothing else.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = logits - torch.exp(logits).sum(dim=1, keepdim=True).log()
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=1)
    return loss.masked_fill(~kept, 0).sum() / kept.sum()
