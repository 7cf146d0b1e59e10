"""Returns the negative log-probabilities.

verdict: wrong_answer
check: values
teaches: The sign is reversed - you return negative log-probabilities; log-probabilities are at most zero.
"""

import torch


def log_softmax(x, dim=-1):
    z = x - x.amax(dim=dim, keepdim=True)
    return torch.exp(z).sum(dim=dim, keepdim=True).log() - z
