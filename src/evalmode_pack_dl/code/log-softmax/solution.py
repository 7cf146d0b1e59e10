from torch import Tensor


def log_softmax(x: Tensor, dim: int = -1) -> Tensor:
    """Log-probabilities along `dim`: logits minus their log-sum-exp."""
    shifted = x - x.amax(dim=dim, keepdim=True)  # (..., n, ...) - (..., 1, ...); the largest becomes 0
    log_sum = shifted.exp().sum(dim=dim, keepdim=True).log()  # (..., 1, ...), between log 1 and log n
    return shifted - log_sum
