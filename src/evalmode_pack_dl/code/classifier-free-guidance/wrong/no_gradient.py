"""Works without recording a graph.

verdict: wrong_answer
check: gradients
teaches: Your result has no graph, so gradients flow to neither prediction.
"""

import torch


@torch.no_grad()
def guided_eps(eps_cond, eps_uncond, w):
    return eps_uncond + w * (eps_cond - eps_uncond)
