"""Imports torch's function under another name.

verdict: forbidden
check: bans
teaches: The task is to write the clipping yourself; torch's own clipping functions are out of bounds, however
  they are reached.
"""

from torch.nn.utils.clip_grad import clip_grad_norm_ as shorten


def clip_grad_norm_(params, max_norm):
    return shorten(params, max_norm)
