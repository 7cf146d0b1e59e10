"""Puts the name together at run time.

verdict: forbidden
check: bans
teaches: The task is to write the clipping yourself; torch's own clipping functions are out of bounds, however
  they are reached.
"""

import torch


def clip_grad_norm_(params, max_norm):
    name = "_".join(["clip", "grad", "norm", ""])
    return getattr(torch.nn.utils, name)(list(params), max_norm)
