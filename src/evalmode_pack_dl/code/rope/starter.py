import torch


def apply_rope(x, positions, base=10000.0):
    """Rotate the pairs (2i, 2i + 1) of x (B, H, T, D) by positions (T,) times base ** (-2i / D).

    Returns (B, H, T, D) with the dtype of x.
    """
    raise NotImplementedError
