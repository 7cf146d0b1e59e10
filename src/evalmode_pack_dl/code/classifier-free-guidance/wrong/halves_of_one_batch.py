"""Splits the first argument into two halves.

verdict: wrong_answer
check: ordinary-scales
teaches: You split the first argument as if both predictions came in one batch. They come as two arguments.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    eps_uncond, eps_cond = eps_cond.chunk(2)
    return eps_uncond + w * (eps_cond - eps_uncond)
