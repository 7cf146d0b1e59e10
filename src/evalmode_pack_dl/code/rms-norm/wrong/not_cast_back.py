"""Leaves bfloat16 results in float32.

verdict: wrong_answer
check: bfloat16
teaches: You raise bfloat16 to float32 and forget to cast back. The result has the dtype of x.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    if x.dtype == torch.bfloat16:
        x = x.float()
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square + eps) * weight
