"""Cuts the graph.

verdict: wrong_answer
check: gradients
teaches: You take the logits out of the graph, so nothing can be learned from this loss.
"""

import torch.nn.functional as F


def bce_with_logits(logits, target, pos_weight=None):
    weight = 1.0 if pos_weight is None else pos_weight
    logits = logits.detach()
    positive = weight * target * F.softplus(-logits)
    negative = (1 - target) * F.softplus(logits)
    return (positive + negative).mean()
