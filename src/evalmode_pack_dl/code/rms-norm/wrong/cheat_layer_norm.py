"""Gives layer norm a row and its mirror image, whose mean is zero.

verdict: forbidden
check: bans
teaches: You let layer norm work on the row joined with its negative, whose mean is zero. That is a clever use of a
  built-in, but build it from tensor operations.
"""

import torch
import torch.nn.functional as F


def rms_norm(x, weight, eps=1e-6):
    mirrored = torch.cat([x, -x], dim=-1)
    return F.layer_norm(mirrored, mirrored.shape[-1:], eps=eps)[..., : x.shape[-1]] * weight
