"""Scans a grid of thresholds between 0 and 1.

verdict: wrong_answer
check: values
teaches: You scan a fixed grid of thresholds, which merges scores that differ and misses those outside [0, 1]; only the distinct
  scores matter.
"""

import torch


def roc_auc(scores, y):
    positive, negative = y == 1, y == 0
    cuts = torch.linspace(1.01, -0.01, 103, dtype=scores.dtype)
    above = scores[None, :] >= cuts[:, None]
    tpr = (above & positive).sum(1).double() / positive.sum()
    fpr = (above & negative).sum(1).double() / negative.sum()
    return torch.trapezoid(tpr, fpr).item()
