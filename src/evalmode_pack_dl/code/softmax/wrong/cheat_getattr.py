"""Assembles the banned name at run time.

verdict: forbidden
check: bans
teaches: However the name is put together, it is the library's softmax; here you build it from exp and sum.
"""

import torch


def softmax(x, dim):
    return getattr(torch, "soft" + "max")(x, dim=dim)
