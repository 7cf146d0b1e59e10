"""Has the library compute the stable normaliser.

verdict: forbidden
check: bans
teaches: The library's logsumexp contains the shift by the maximum, which is the point here; build it yourself.
"""

from torch import logsumexp as total


def log_softmax(x, dim=-1):
    return x - total(x, dim=dim, keepdim=True)
