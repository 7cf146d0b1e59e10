"""Compares each box with the last kept one.

verdict: wrong_answer
check: values
teaches: You compare a box with the last kept one only; every kept box suppresses.
"""

import torch


def iou(box, others):
    x1 = torch.maximum(box[0], others[:, 0])
    y1 = torch.maximum(box[1], others[:, 1])
    x2 = torch.minimum(box[2], others[:, 2])
    y2 = torch.minimum(box[3], others[:, 3])
    inter = (x2 - x1).clamp(min=0) * (y2 - y1).clamp(min=0)
    area = (box[2] - box[0]) * (box[3] - box[1])
    areas = (others[:, 2] - others[:, 0]) * (others[:, 3] - others[:, 1])
    union = area + areas - inter
    return torch.where(union > 0, inter / union, 0.0)


def nms(boxes, scores, thr):
    order = scores.argsort(descending=True)
    keep = []
    while order.numel() > 0:
        i, order = order[0], order[1:]
        if not keep or iou(boxes[i], boxes[keep[-1:]])[0] <= thr:
            keep.append(int(i))
    return torch.tensor(keep, dtype=torch.int64)
