"""Cuts the scale to a whole number.

verdict: wrong_answer
check: between-zero-and-one, ordinary-scales
teaches: You cut w to a whole number. It may be any real number.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    return eps_uncond + int(w) * (eps_cond - eps_uncond)
