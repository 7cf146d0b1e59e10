"""Calls the operator below the library's function.

verdict: forbidden
check: bans
teaches: That operator is the library's softmax, only one floor down; here you build it from exp and sum.
"""

import torch


def softmax(x, dim):
    return torch.ops.aten._softmax(x, dim, False)
