"""Takes the logarithm of a (stable) softmax.

verdict: wrong_answer
check: large-gaps
teaches: You take the logarithm of a softmax; an entry far below the largest has underflowed to 0 by then, and log(0) is -inf. Subtract
  the log-sum-exp from the logits instead.
"""

import torch


def log_softmax(x, dim=-1):
    e = torch.exp(x - x.amax(dim=dim, keepdim=True))
    return torch.log(e / e.sum(dim=dim, keepdim=True))
