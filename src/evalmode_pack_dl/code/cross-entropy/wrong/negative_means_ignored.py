"""Takes every negative target for ignored, and no other.

verdict: wrong_answer
check: other-ignore-index
teaches: You ignore the negative targets, whatever `ignore_index` says; it may be any number, a valid class such as 0 too.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(logits, dim=1)
    kept = target >= 0
    index = target.clamp(0, logits.shape[1] - 1)
    nll = -log_p.gather(1, index.unsqueeze(1)).squeeze(1)
    loss = (1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=1)
    return loss.masked_fill(~kept, 0).sum() / kept.sum()
