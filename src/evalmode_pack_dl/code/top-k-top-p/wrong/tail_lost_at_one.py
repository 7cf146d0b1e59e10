"""Loses tokens at p = 1 to rounding.

verdict: wrong_answer
check: extreme-settings
teaches: With top_p = 1 the cumulative sum reaches 1 by rounding before the last tokens, and you
  remove them. A top_p of 1 or more removes nothing.
"""

import torch


def filter_logits(logits, top_k=None, top_p=None):
    if top_k is not None:
        top_k = min(top_k, logits.shape[-1])
        kth = torch.topk(logits, top_k, dim=-1).values[..., -1, None]
        logits = logits.masked_fill(logits < kth, float("-inf"))
    if top_p is not None:
        sorted_logits, idx = torch.sort(logits, dim=-1, descending=True)
        probs = torch.softmax(sorted_logits, dim=-1)
        cum = probs.cumsum(dim=-1)
        remove = cum - probs >= top_p
        remove[..., 0] = False
        mask = torch.zeros_like(remove).scatter(-1, idx, remove)
        logits = logits.masked_fill(mask, float("-inf"))
    return logits
