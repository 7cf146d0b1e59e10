"""Adds the scaled conditional prediction.

verdict: wrong_answer
check: ordinary-scales, zero-and-one
teaches: You add w times the conditional prediction itself. What is scaled is its difference to the
  unconditional one.
"""

import torch


def guided_eps(eps_cond, eps_uncond, w):
    return eps_uncond + w * eps_cond
