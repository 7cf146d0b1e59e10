"""Lets ignored targets into the smoothing part.

verdict: wrong_answer
check: label-smoothing
teaches: The smoothing part is averaged over all positions, ignored ones too; an ignored target must contribute neither to the label's
  part nor to the uniform one.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(logits, dim=1)
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    nll = nll.masked_fill(~kept, 0).sum() / kept.sum()
    return (1 - label_smoothing) * nll - label_smoothing * log_p.mean()
