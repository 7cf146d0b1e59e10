"""Takes the softmax in float32.

verdict: wrong_answer
check: float64
teaches: You take the softmax in float32, so float64 inputs lose half of their digits. Compute in
  the dtype of the inputs.
"""

import math

import torch


def sdpa(q, k, v, mask=None, causal=False):
    T, S = q.shape[-2], k.shape[-2]
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    seen = torch.ones(T, S, dtype=torch.bool)
    if causal:
        seen = seen.tril()
    if mask is not None:
        seen = seen & mask
    scores = scores.masked_fill(~seen, float("-inf"))
    weights = torch.softmax(scores.float(), dim=-1).masked_fill(~seen, 0.0).to(v.dtype)
    return weights @ v
