"""Replaces -inf by a large negative number.

verdict: wrong_answer
check: minus-infinity
teaches: You replace -inf by -10000, which ordinary logits can reach too, so a masked entry gets a share; exp(-inf) is 0 by itself.
"""

import torch


def softmax(x, dim):
    z = x.masked_fill(torch.isinf(x), -1e4)
    e = torch.exp(z - z.amax(dim=dim, keepdim=True))
    return e / e.sum(dim=dim, keepdim=True)
