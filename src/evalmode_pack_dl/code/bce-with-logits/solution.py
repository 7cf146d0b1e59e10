import torch.nn.functional as F
from torch import Tensor


def bce_with_logits(logits: Tensor, target: Tensor, pos_weight: Tensor | None = None) -> Tensor:
    """Mean of -[w * y * log(p) + (1 - y) * log(1 - p)] with p = sigmoid(logits)."""
    positive = -target * F.logsigmoid(logits)  # log(p), no sigmoid that could saturate
    if pos_weight is not None:
        positive = pos_weight * positive  # broadcasts, e.g. (C,) over (N, C)
    negative = -(1 - target) * F.logsigmoid(-logits)  # 1 - sigmoid(x) = sigmoid(-x)
    return (positive + negative).mean()
