"""Calls the operator below the library's function.

verdict: forbidden
check: bans
teaches: That operator is the library's log-softmax, only one floor down; here you build it from exp, sum and log.
"""

import torch


def log_softmax(x, dim=-1):
    return torch.ops.aten._log_softmax.default(x, dim, False)
