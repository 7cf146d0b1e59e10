"""Starts at the conditional prediction.

verdict: wrong_answer
check: ordinary-scales, zero-and-one
teaches: You start at the conditional prediction and walk to the unconditional one. It is the other way round:
  w = 0 is unconditional, w = 1 conditional.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    return eps_cond + w * (eps_uncond - eps_cond)
