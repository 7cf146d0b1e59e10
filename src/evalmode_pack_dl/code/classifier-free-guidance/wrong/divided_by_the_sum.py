"""Normalises the weights by their sum.

verdict: wrong_answer
check: ordinary-scales, between-zero-and-one
teaches: You divide by 1 + w, which makes it an average that never leaves the line between the two. Guidance
  goes beyond.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    return (eps_uncond + w * eps_cond) / (1 + abs(w))
