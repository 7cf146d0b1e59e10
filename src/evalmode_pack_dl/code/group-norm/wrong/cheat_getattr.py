"""Fetches torch's function by a name put together at run time.

verdict: forbidden
check: bans
teaches: You hand the whole job to torch's group norm. Build it from tensor operations.
"""

import torch


def group_norm(x, G, weight, bias, eps=1e-5):
    if x.shape[1] % G:
        raise ValueError("indivisible")
    return getattr(torch, "group" + "_norm")(x, G, weight, bias, eps)
