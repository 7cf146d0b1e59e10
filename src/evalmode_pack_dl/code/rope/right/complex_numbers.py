import torch


def apply_rope(x, positions, base=10000.0):
    """A pair is a complex number; rotating it is multiplying by e^(i angle). Always in double precision."""
    pairs = x.double().reshape(*x.shape[:-1], -1, 2).contiguous()
    z = torch.view_as_complex(pairs)
    i = torch.arange(z.size(-1), dtype=torch.float64, device=x.device)
    angle = torch.outer(
        positions.double(), torch.pow(torch.tensor(float(base), dtype=torch.float64), -2 * i / x.size(-1))
    )
    turn = torch.polar(torch.ones_like(angle), angle)
    return torch.view_as_real(z * turn).flatten(3).type_as(x)
