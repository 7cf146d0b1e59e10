import torch


def log_softmax(x, dim=-1):
    """Leaves the largest entry out of the sum and puts it back by log1p, on rows of a matrix."""
    rows = torch.movedim(x, dim, 0)  # (n, ...)
    flat = rows.reshape(rows.shape[0], -1)  # (n, M)
    m, where = flat.max(dim=0)  # (M,)
    z = flat - m
    others = torch.exp(z).scatter(0, where[None], 0.0)  # the largest contributes exactly 1
    return torch.movedim((z - torch.log1p(others.sum(0))).reshape(rows.shape), 0, dim)
