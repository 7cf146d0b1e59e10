"""Exponentiates without subtracting the maximum.

verdict: wrong_answer
check: large-logits
teaches: exp overflows for large logits, and all probabilities become NaN. Subtract the maximum
  first, or use softmax.
"""

import torch


def filter_logits(logits, top_k=None, top_p=None):
    if top_k is not None:
        top_k = min(top_k, logits.shape[-1])
        kth = torch.topk(logits, top_k, dim=-1).values[..., -1, None]
        logits = logits.masked_fill(logits < kth, float("-inf"))
    if top_p is not None and top_p < 1.0:
        sorted_logits, idx = torch.sort(logits, dim=-1, descending=True)
        probs = torch.exp(sorted_logits) / torch.exp(sorted_logits).sum(dim=-1, keepdim=True)
        cum = probs.cumsum(dim=-1)
        remove = cum - probs >= top_p
        remove[..., 0] = False
        mask = torch.zeros_like(remove).scatter(-1, idx, remove)
        logits = logits.masked_fill(mask, float("-inf"))
    return logits
