import torch
from torch import Tensor


def nms(boxes: Tensor, scores: Tensor, thr: float) -> Tensor:
    """Indices of the boxes that survive, best first."""
    left = scores.argsort(descending=True)  # (n,), indices of the boxes that remain
    kept = []
    while len(left) > 0:
        best, left = left[0], left[1:]
        kept.append(best)
        left = left[~(iou(boxes[best], boxes[left]) > thr)]
    return torch.stack(kept) if kept else left


def iou(box: Tensor, others: Tensor) -> Tensor:
    """Intersection over union of one box (4,) with each of (m, 4) -> (m,)."""
    corner = torch.maximum(box[:2], others[:, :2])  # (m, 2), larger of the first corners
    opposite = torch.minimum(box[2:], others[:, 2:])  # (m, 2), smaller of the second corners
    intersection = (opposite - corner).clamp(min=0).prod(dim=1)  # each side by itself, then (m, 2) -> (m,)
    union = (box[2:] - box[:2]).prod() + (others[:, 2:] - others[:, :2]).prod(dim=1) - intersection
    return torch.where(union > 0, intersection / union, 0.0)
