"""Wraps the library's module.

verdict: forbidden
check: bans
teaches: The library's module does the whole job; here you build the loss from log-probabilities.
"""

from torch import nn


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    return nn.CrossEntropyLoss(ignore_index=ignore_index, label_smoothing=label_smoothing)(logits, target)
