import torch
from torch import Tensor


def cross_entropy(logits: Tensor, target: Tensor, ignore_index: int = -100, label_smoothing: float = 0.0) -> Tensor:
    """Flattens to rows, throws the ignored rows away, and never has to mask again."""
    classes = logits.shape[1]
    rows = torch.movedim(logits, 1, -1).reshape(-1, classes)  # (N * T, C)
    labels = target.reshape(-1)  # (N * T,)
    keep = torch.nonzero(labels != ignore_index).flatten()  # (K,)
    rows, labels = rows[keep], labels[keep]  # (K, C), (K,)

    log_z = torch.logsumexp(rows, dim=1)  # (K,)
    nll = log_z - rows[torch.arange(len(labels)), labels]  # (K,)
    uniform = log_z - rows.mean(dim=1)  # (K,)
    return torch.lerp(nll, uniform, label_smoothing).mean()
