"""Casts to float32.

verdict: wrong_answer
check: float64, bfloat16
teaches: You cast to float32. The result has the dtype of the predictions.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    return (eps_uncond + w * (eps_cond - eps_uncond)).float()
