import torch
from torch import Tensor


def softmax(x: Tensor, dim: int) -> Tensor:
    """Softmax along one dimension.

    Args:
        x: (...), logits of any shape with at least one dimension; some may be -inf.
        dim: The dimension along which the result sums to one; may be negative.

    Returns:
        (...), same shape and dtype as `x`.
    """
    raise NotImplementedError
