"""Compares all pairs at once.

verdict: memory_limit
check: many-examples
teaches: You hold a matrix of all positive-negative pairs, which does not fit into memory for many examples; sort instead.
"""

import torch


def roc_auc(scores, y):
    scores = scores.double()
    gap = scores[y == 1][:, None] - scores[y == 0][None, :]
    return (0.5 + 0.5 * gap.sign()).mean().item()
