"""Flattens (N, C, T) to rows of C without moving the classes to the end first.

verdict: wrong_answer
check: sequences
teaches: You reshape (N, C, T) to rows of C directly, which mixes classes with time steps; the class dimension has to be moved to the end
  first.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    rows = logits.reshape(-1, logits.shape[1])
    labels = target.reshape(-1)
    kept = labels != ignore_index
    log_p = torch.log_softmax(rows, dim=-1)[kept]
    nll = -log_p[torch.arange(len(log_p)), labels[kept]]
    return ((1 - label_smoothing) * nll - label_smoothing * log_p.mean(dim=-1)).mean()
