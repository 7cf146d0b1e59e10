"""Marks boxes as done in the caller's scores.

verdict: wrong_answer
check: inputs-untouched
teaches: You mark boxes as done by overwriting the caller's scores; work on a copy.
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
        i = order[0]
        keep.append(int(i))
        scores[i] = -1
        rest = order[1:]
        order = rest[iou(boxes[i], boxes[rest]) <= thr]
    return torch.tensor(keep, dtype=torch.int64)
