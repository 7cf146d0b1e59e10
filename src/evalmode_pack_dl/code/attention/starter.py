import math

import torch


def sdpa(q, k, v, mask=None, causal=False):
    """Scaled dot-product attention.

    q (..., T, D), k (..., S, D), v (..., S, E); mask is bool and broadcasts to (..., T, S), True = may attend;
    causal lets query i see keys j <= i. Returns (..., T, E); a query that may attend to nothing gives zeros.
    """
    raise NotImplementedError
