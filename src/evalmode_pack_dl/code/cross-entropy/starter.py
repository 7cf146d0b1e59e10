import torch
from torch import Tensor


def cross_entropy(logits: Tensor, target: Tensor, ignore_index: int = -100, label_smoothing: float = 0.0) -> Tensor:
    """Mean cross-entropy between logits and class indices.

    Args:
        logits: (N, C) or (N, C, T), raw scores; dimension 1 holds the classes.
        target: (N,) or (N, T), int64; a class from 0 to C - 1, or `ignore_index`.
        ignore_index: Targets with this value do not count.
        label_smoothing: The share of the target that is spread evenly over all C classes.

    Returns:
        0-d tensor with the dtype of `logits`: the mean over the targets that are not ignored.
    """
    raise NotImplementedError
