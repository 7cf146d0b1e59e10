"""Exponentiates the raw logits.

verdict: wrong_answer
check: large-gaps
teaches: The sum of exponentials overflows before you take its logarithm; subtract each slice's largest logit first.
"""

import torch


def log_softmax(x, dim=-1):
    return x - torch.exp(x).sum(dim=dim, keepdim=True).log()
