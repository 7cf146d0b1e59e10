"""Calls the library's cross-entropy under another name.

verdict: forbidden
check: bans
teaches: The library's cross-entropy does the whole job; here you build it from log-probabilities.
"""

from torch.nn.functional import cross_entropy as library_loss


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    return library_loss(logits, target, ignore_index=ignore_index, label_smoothing=label_smoothing)
