"""Averages the exponentials.

verdict: wrong_answer
check: values
teaches: You take the mean of the exponentials, which leaves every log-probability too large by log n; the normaliser is their sum.
"""

import torch


def log_softmax(x, dim=-1):
    z = x - x.amax(dim=dim, keepdim=True)
    return z - torch.exp(z).mean(dim=dim, keepdim=True).log()
