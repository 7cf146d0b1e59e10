"""Writes into the unconditional prediction.

verdict: wrong_answer
check: inputs-untouched
teaches: You write the result into eps_uncond. The caller may still need it; return a new tensor.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    with torch.no_grad():
        eps_uncond += w * (eps_cond - eps_uncond)
    return eps_uncond + 0 * eps_cond
