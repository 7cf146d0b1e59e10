"""Assembles the banned name at run time.

verdict: forbidden
check: bans
teaches: However the name is put together, it is the library's cross-entropy; here you build it from log-probabilities.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    loss = getattr(torch.nn.functional, "_".join(["cross", "entropy"]))
    return loss(logits, target, ignore_index=ignore_index, label_smoothing=label_smoothing)
