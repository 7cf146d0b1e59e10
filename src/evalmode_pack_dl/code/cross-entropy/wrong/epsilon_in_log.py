"""Adds an epsilon inside the logarithm.

verdict: wrong_answer
check: large-logits
teaches: An epsilon inside the logarithm hides the infinity but caps the loss (1e-9 caps it near 20.7) and flattens its gradient; the
  log-sum-exp form is exact and needs none.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log(torch.softmax(logits, dim=1) + 1e-9)
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=1)
    return loss.masked_fill(~kept, 0).sum() / kept.sum()
