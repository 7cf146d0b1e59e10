"""Computes the exponentials outside the graph.

verdict: wrong_answer
check: gradients
teaches: Only the maximum may be left out of the graph; you detach the exponentials, so no gradient reaches the logits.
"""

import torch


def softmax(x, dim):
    shifted = (x - x.amax(dim=dim, keepdim=True)).detach()
    e = torch.exp(shifted)
    return e / e.sum(dim=dim, keepdim=True)
