from math import sqrt

from torch import arange, stack
from torch.nn.functional import softmax


def gqa(q, k, v, causal=False):
    """One query head at a time, straight from the definition."""
    per_group = q.shape[1] // k.shape[1]
    heads = []
    for h, query in enumerate(q.unbind(1)):
        key, value = k[:, h // per_group], v[:, h // per_group]
        scores = query.matmul(key.permute(0, 2, 1)) / sqrt(query.shape[-1])
        if causal:
            ahead = arange(key.shape[1]) > arange(query.shape[1]).unsqueeze(-1)
            scores = scores.masked_fill(ahead, -1e30)
        heads.append(softmax(scores, 2).matmul(value))
    return stack(heads, 1)
