"""Detaches the unconditional prediction.

verdict: wrong_answer
check: gradients
teaches: You detach the unconditional prediction, so no gradient flows to it. It should flow to both.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    eps_uncond = eps_uncond.detach()
    return eps_uncond + w * (eps_cond - eps_uncond)
