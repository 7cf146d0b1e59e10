from math import cos, sin

from torch import block_diag, einsum, stack, tensor


def apply_rope(x, positions, base=10000.0):
    """One D by D block-diagonal rotation matrix per position, as the paper writes it."""
    D = x.shape[-1]

    def rotation(p):
        angles = [p * base ** (-2 * i / D) for i in range(D // 2)]
        return block_diag(*(tensor([[cos(a), -sin(a)], [sin(a), cos(a)]], dtype=x.dtype) for a in angles))

    return einsum("tij,bhtj->bhti", stack([rotation(p) for p in positions.tolist()]), x)
