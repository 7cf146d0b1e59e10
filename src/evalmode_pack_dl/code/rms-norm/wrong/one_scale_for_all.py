"""Takes one root mean square for the whole tensor.

verdict: wrong_answer
check: values
teaches: You take one mean square over all elements. Each vector along the last dimension has its own.
"""

import torch


def rms_norm(x, weight, eps=1e-6):
    mean_square = x.pow(2).mean()
    return x / torch.sqrt(mean_square + eps) * weight
