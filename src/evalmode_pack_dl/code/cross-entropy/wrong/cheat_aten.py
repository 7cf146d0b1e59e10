"""Calls the operator below the library's function.

verdict: forbidden
check: bans
teaches: That operator is the library's cross-entropy, only one floor down; here you build it from log-probabilities.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    return torch.ops.aten.cross_entropy_loss(logits, target, None, 1, ignore_index, label_smoothing)
