"""Makes masked entries finite.

verdict: wrong_answer
check: minus-infinity
teaches: You turn the -inf of masked entries into a huge finite number; they have probability zero, so their logarithm stays -inf.
"""

import torch


def log_softmax(x, dim=-1):
    z = torch.nan_to_num(x)
    z = z - z.amax(dim=dim, keepdim=True)
    return z - torch.exp(z).sum(dim=dim, keepdim=True).log()
