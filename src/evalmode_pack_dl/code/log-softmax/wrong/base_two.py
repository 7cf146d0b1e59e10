"""Takes the logarithm to base two.

verdict: wrong_answer
check: values
teaches: You mix a base-2 logarithm with exponentials to base e; log-softmax uses the natural logarithm.
"""

import torch


def log_softmax(x, dim=-1):
    z = x - x.amax(dim=dim, keepdim=True)
    return z - torch.log2(torch.exp(z).sum(dim=dim, keepdim=True))
