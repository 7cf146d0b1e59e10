"""Calls the operator below torch's function.

verdict: forbidden
check: bans
teaches: You call the operator behind torch's layer norm. Build it from tensor operations.
"""

import torch

_OP = torch.ops.aten.native_layer_norm


def layer_norm(x, weight, bias, eps=1e-5):
    return _OP(x, [x.shape[-1]], weight, bias, eps)[0]
