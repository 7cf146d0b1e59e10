"""Has the library pick, mask and average.

verdict: forbidden
check: bans
teaches: Picking the targets, dropping the ignored ones and averaging is the point of this problem; the library's nll_loss does all of
  that for you.
"""

import torch
import torch.nn.functional as F


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(logits, dim=1)
    uniform = log_p.mean(dim=1, keepdim=True).expand_as(log_p)
    mixed = (1 - label_smoothing) * log_p + label_smoothing * uniform
    return F.nll_loss(mixed, target, ignore_index=ignore_index)
