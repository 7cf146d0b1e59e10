"""Fetches torch's function by a name put together at run time.

verdict: forbidden
check: bans
teaches: You hand the whole job to torch's max pooling. Build it from windows and a maximum.
"""

import torch


def max_pool2d(x, k, stride=None, padding=0):
    return getattr(torch, "max_" + "pool2d")(x, k, stride, padding)
