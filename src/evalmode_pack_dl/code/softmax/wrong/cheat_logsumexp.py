"""Has the library compute the stable normaliser.

verdict: forbidden
check: bans
teaches: The library's logsumexp contains the shift by the maximum, which is the point here; build it yourself.
"""

import torch


def softmax(x, dim):
    return torch.exp(x - torch.logsumexp(x, dim, keepdim=True))
