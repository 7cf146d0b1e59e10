"""Makes ignored targets a valid index but forgets to drop their loss.

verdict: wrong_answer
check: ignore-index
teaches: Ignored targets are treated as class 0 - you made them a valid index but kept their loss; it has to be dropped from the sum.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(logits, dim=1)
    kept = target != ignore_index
    index = torch.where(kept, target, 0)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=1)
    return loss.sum() / kept.sum()
