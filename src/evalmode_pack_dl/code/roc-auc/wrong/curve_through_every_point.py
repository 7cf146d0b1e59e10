"""Draws the curve one example at a time.

verdict: wrong_answer
check: ties
teaches: You move along the curve one example at a time, so equal scores make steps whose order is arbitrary; move one distinct
  score at a time.
"""

import torch


def roc_auc(scores, y):
    hits = y[scores.argsort(descending=True, stable=True)].double()
    zero = torch.zeros(1, dtype=torch.float64)
    tpr = torch.cat([zero, hits.cumsum(0) / hits.sum()])
    fpr = torch.cat([zero, (1 - hits).cumsum(0) / (1 - hits).sum()])
    return torch.trapezoid(tpr, fpr).item()
