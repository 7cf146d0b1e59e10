"""Divides by the mean square.

verdict: wrong_answer
check: values
teaches: You divide by the mean square itself. Take its root.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).mean(dim=-1, keepdim=True)
    return x / (mean_square + eps) * weight
