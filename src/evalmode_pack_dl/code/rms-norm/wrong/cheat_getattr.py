"""Fetches torch's function by a name put together at run time.

verdict: forbidden
check: bans
teaches: You hand the whole job to torch's RMS norm. Build it from tensor operations.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    return getattr(torch, "_".join(("rms", "norm")))(x, weight.shape, weight, eps)
