"""Subtracts the conditional from the unconditional prediction.

verdict: wrong_answer
check: ordinary-scales, zero-and-one
teaches: Your difference points away from the condition: it should be conditional minus unconditional.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    return eps_uncond + w * (eps_uncond - eps_cond)
