"""Uses the paper's convention.

verdict: wrong_answer
check: ordinary-scales, zero-and-one
teaches: Your scale is the paper's, where 0 means plain conditional. Here 1 does, so your result goes one
  difference too far.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    return (1 + w) * eps_cond - w * eps_uncond
