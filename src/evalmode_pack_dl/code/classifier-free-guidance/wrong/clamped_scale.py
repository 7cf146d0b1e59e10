"""Keeps w between 0 and 1.

verdict: wrong_answer
check: ordinary-scales, negative-scale
teaches: You keep w between 0 and 1. Guidance lives from scales above 1, which go beyond the conditional
  prediction.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    return eps_uncond + min(max(w, 0.0), 1.0) * (eps_cond - eps_uncond)
