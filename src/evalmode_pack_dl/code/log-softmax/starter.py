import torch
from torch import Tensor


def log_softmax(x: Tensor, dim: int = -1) -> Tensor:
    """Logarithm of the softmax along one dimension.

    Args:
        x: (...), logits of any shape with at least one dimension; some may be -inf.
        dim: The dimension along which the exponentials of the result sum to one; may be negative.

    Returns:
        (...), same shape and dtype as `x`.
    """
    raise NotImplementedError
