"""Leaves the starting point out.

verdict: wrong_answer
check: ordinary-scales, zero-and-one
teaches: You return the scaled difference alone. It is added to the unconditional prediction.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    return w * (eps_cond - eps_uncond)
