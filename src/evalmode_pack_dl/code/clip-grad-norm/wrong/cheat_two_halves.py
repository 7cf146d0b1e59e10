"""Uses torch's two halves of the function.

verdict: forbidden
check: bans
teaches: The task is to write the clipping yourself; torch's own clipping functions are out of bounds, however
  they are reached.
"""

import torch
from torch.nn import utils


def clip_grad_norm_(params, max_norm):
    params = list(params)
    total = utils.get_total_norm([p.grad for p in params if p.grad is not None])
    utils.clip_grads_with_norm_(params, max_norm, total)
    return total
