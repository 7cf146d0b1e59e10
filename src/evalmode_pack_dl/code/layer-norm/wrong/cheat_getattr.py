"""Fetches torch's function by a name put together at run time.

verdict: forbidden
check: bans
teaches: You hand the whole job to torch's own layer norm. Build it from tensor operations.
"""

import torch.nn.functional as F


def layer_norm(x, weight, bias, eps=1e-5):
    built_in = getattr(F, "layer" + "_norm")
    return built_in(x, weight.shape, weight, bias, eps)
