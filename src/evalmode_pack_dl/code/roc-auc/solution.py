import torch
from torch import Tensor


def roc_auc(scores: Tensor, y: Tensor) -> float:
    """The rank-sum form of the area: equal scores share their mean rank."""
    _, group, size = torch.unique(
        scores, return_inverse=True, return_counts=True
    )  # (n,) -> (n,), (g,), scores ascending
    mean_rank = size.cumsum(0) - (size.double() - 1) / 2  # (g,), ranks count from 1
    positives = y.sum().double()
    negatives = len(y) - positives
    rank_sum = (mean_rank[group] * y).sum()  # (n,) -> ()
    pairs_won = rank_sum - positives * (positives + 1) / 2  # minus the ranks that positives have among themselves
    return (pairs_won / (positives * negatives)).item()  # 0 / 0 is NaN when a class is missing
