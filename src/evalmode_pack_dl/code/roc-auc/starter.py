import torch
from torch import Tensor


def roc_auc(scores: Tensor, y: Tensor) -> float:
    """Area under the ROC curve.

    Args:
        scores: (n,), higher means more likely positive.
        y: (n,), int64, 1 for positives and 0 for negatives.

    Returns:
        The share of positive-negative pairs in the right order, ties counting one half; NaN if a class is missing.
    """
    raise NotImplementedError
