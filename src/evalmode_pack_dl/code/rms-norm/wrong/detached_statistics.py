"""Keeps the root mean square out of the graph.

verdict: wrong_answer
check: gradients
teaches: You treat the root mean square as a constant in the backward pass. It depends on x, so gradients must flow
  through it.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.detach().pow(2).mean(dim=-1, keepdim=True)
    return x / torch.sqrt(mean_square + eps) * weight
