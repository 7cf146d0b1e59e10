import torch
from torch import Tensor


def nms(boxes: Tensor, scores: Tensor, thr: float) -> Tensor:
    """Greedy non-maximum suppression.

    Args:
        boxes: (n, 4), corners x1, y1, x2, y2.
        scores: (n,), all different.
        thr: Largest intersection over union that is tolerated.

    Returns:
        (k,), int64, indices of the kept boxes by descending score.
    """
    raise NotImplementedError
