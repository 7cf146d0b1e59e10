import torch
import torch.nn.functional as F
from torch import Tensor


def bce_with_logits(logits: Tensor, target: Tensor, pos_weight: Tensor | None = None) -> Tensor:
    """Mean binary cross-entropy from logits.

    Args:
        logits: Any shape.
        target: Same shape, values in [0, 1].
        pos_weight: Weight of the positive part; broadcasts to the shape of `logits`.

    Returns:
        0-d tensor, the mean over all entries.
    """
    raise NotImplementedError
