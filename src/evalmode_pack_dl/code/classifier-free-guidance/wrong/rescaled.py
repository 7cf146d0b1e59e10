"""Rescales to the standard deviation of the conditional prediction.

verdict: wrong_answer
check: ordinary-scales
teaches: You rescale the result to the spread of the conditional prediction. That is an extra that some
  samplers have; here nothing is rescaled.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    out = eps_uncond + w * (eps_cond - eps_uncond)
    return out * (eps_cond.std(correction=0) / out.std(correction=0).clamp(min=1e-12))
