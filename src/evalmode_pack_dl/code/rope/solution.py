import torch


def apply_rope(x, positions, base=10000.0):
    width = x.shape[-1]
    exponents = torch.arange(0, width, 2, dtype=x.dtype, device=x.device) / width  # (D/2,): 2i / D
    frequencies = base**-exponents
    angles = positions.to(x.dtype)[:, None] * frequencies  # (T, D/2), broadcasts over batch and heads
    cos, sin = angles.cos(), angles.sin()

    even, odd = x[..., 0::2], x[..., 1::2]  # (B, H, T, D/2) each
    rotated = torch.stack([even * cos - odd * sin, even * sin + odd * cos], dim=-1)  # (B, H, T, D/2, 2)
    return rotated.flatten(-2)  # neighbours again: (B, H, T, D)
