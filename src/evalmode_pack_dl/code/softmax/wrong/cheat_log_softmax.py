"""Exponentiates the library's log-softmax.

verdict: forbidden
check: bans
teaches: The library's log-softmax does the same work; here you build it from exp and sum.
"""

import torch.nn.functional as fn


def softmax(x, dim):
    return fn.log_softmax(x, dim=dim).exp()
