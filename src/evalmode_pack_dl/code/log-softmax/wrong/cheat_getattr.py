"""Assembles the banned name at run time.

verdict: forbidden
check: bans
teaches: However the name is put together, it is the library's log-softmax; here you build it from exp, sum and log.
"""

import torch


def log_softmax(x, dim=-1):
    return getattr(torch.nn.functional, "log_" + "softmax")(x, dim=dim)
