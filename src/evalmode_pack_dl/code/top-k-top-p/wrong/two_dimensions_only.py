"""Works for (B, V) alone.

verdict: runtime_error
check: leading-dimensions
teaches: Your code counts axes from the left, so it is right for (B, V) alone. There may be any
  number of leading dimensions.
"""

import torch


def filter_logits(logits, top_k=None, top_p=None):
    if top_k is not None:
        top_k = min(top_k, logits.shape[-1])
        kth = torch.topk(logits, top_k, dim=-1).values[..., -1, None]
        logits = logits.masked_fill(logits < kth, float("-inf"))
    if top_p is not None and top_p < 1.0:
        sorted_logits, idx = torch.sort(logits, dim=-1, descending=True)
        probs = torch.softmax(sorted_logits, dim=-1)
        cum = probs.cumsum(dim=1)
        remove = cum - probs >= top_p
        remove[..., 0] = False
        mask = torch.zeros_like(remove).scatter(1, idx, remove)
        logits = logits.masked_fill(mask, float("-inf"))
    return logits
