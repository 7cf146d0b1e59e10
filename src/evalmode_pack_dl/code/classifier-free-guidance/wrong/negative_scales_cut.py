"""Treats negative scales as zero.

verdict: wrong_answer
check: negative-scale
teaches: You treat negative scales as 0. They are allowed and go away from the condition.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    return eps_uncond + max(w, 0) * (eps_cond - eps_uncond)
