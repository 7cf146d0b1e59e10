"""Takes the logarithm of the probabilities.

verdict: wrong_answer
check: large-logits
teaches: You take the logarithm of a softmax; where that probability underflows to zero the loss becomes infinite. Stay in log space -
  logits minus their log-sum-exp.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.softmax(logits, dim=1).log()
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=1)
    return loss.masked_fill(~kept, 0).sum() / kept.sum()
