"""Returns the conditional prediction for w up to 1.

verdict: wrong_answer
check: zero-and-one, between-zero-and-one
teaches: You return the conditional prediction for every w up to 1. Only w = 1 gives it; below that the result
  moves towards the unconditional one.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    if w <= 1:
        return eps_cond.clone()
    return eps_uncond + w * (eps_cond - eps_uncond)
