import math

import torch


def gqa(q, k, v, causal=False):
    """Grouped-query attention.

    q (B, H, T, D); k and v (B, G, S, D), where G divides H; query head h uses group h // (H // G).
    causal lets query i see keys j <= i. Returns (B, H, T, D).
    """
    raise NotImplementedError
