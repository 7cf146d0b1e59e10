from math import sqrt

from torch import arange, full, nan_to_num, stack
from torch.nn.functional import softmax


def sdpa(q, k, v, mask=None, causal=False):
    """One query at a time, as one would explain it."""
    if mask is not None:
        mask = mask.expand(*q.shape[:-1], k.shape[-2])
    rows = []
    for i in range(q.shape[-2]):
        scores = (k * q[..., i : i + 1, :]).sum(-1) / sqrt(q.shape[-1])
        hidden = full(scores.shape, False)
        if causal:
            hidden = hidden | (arange(k.shape[-2]) > i)
        if mask is not None:
            hidden = hidden | mask[..., i, :].logical_not()
        weights = nan_to_num(softmax(scores.masked_fill(hidden, float("-inf")), -1))
        rows.append((weights.unsqueeze(-1) * v).sum(-2))
    return stack(rows, dim=-2)
