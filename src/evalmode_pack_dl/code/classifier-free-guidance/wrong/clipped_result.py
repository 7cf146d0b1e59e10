"""Clips the result.

verdict: wrong_answer
check: large-predictions
teaches: You clip the result. Nothing is clipped here: noise predictions have no fixed range.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    return (eps_uncond + w * (eps_cond - eps_uncond)).clamp(-10, 10)
