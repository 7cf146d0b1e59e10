"""Takes one mean and one variance for the whole tensor.

verdict: wrong_answer
check: values
teaches: You take a single mean and variance over all elements. Each vector along the last dimension has its own.
"""

import torch


def layer_norm(x, weight, bias, eps=1e-5):
    mean = x.mean()
    var = x.var(unbiased=False)
    return (x - mean) / torch.sqrt(var + eps) * weight + bias
