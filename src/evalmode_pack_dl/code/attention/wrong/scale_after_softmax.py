"""Divides the weights instead of the scores.

verdict: wrong_answer
check: values
teaches: You scale after the softmax, so the weights no longer sum to one. The scale belongs on the
  scores.
"""

import math

import torch


def sdpa(q, k, v, mask=None, causal=False):
    T, S = q.shape[-2], k.shape[-2]
    scores = q @ k.transpose(-2, -1)
    seen = torch.ones(T, S, dtype=torch.bool)
    if causal:
        seen = seen.tril()
    if mask is not None:
        seen = seen & mask
    scores = scores.masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores, dim=-1).masked_fill(~seen, 0.0)
    return weights @ v / math.sqrt(q.shape[-1])
