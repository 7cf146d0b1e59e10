"""Compares every pair in Python.

verdict: time_limit
check: many-boxes
teaches: You compare the boxes pair by pair in Python; compare one box with all remaining ones in a few tensor operations.
"""

import torch


def iou(a, b):
    w = torch.clamp(torch.minimum(a[2], b[2]) - torch.maximum(a[0], b[0]), min=0)
    h = torch.clamp(torch.minimum(a[3], b[3]) - torch.maximum(a[1], b[1]), min=0)
    union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h
    return w * h / union if union > 0 else w * h


def nms(boxes, scores, thr):
    overlap = [[iou(a, b) for b in boxes] for a in boxes]
    keep = []
    for i in scores.argsort(descending=True).tolist():
        if all(overlap[i][j] <= thr for j in keep):
            keep.append(i)
    return torch.tensor(keep, dtype=torch.int64)
