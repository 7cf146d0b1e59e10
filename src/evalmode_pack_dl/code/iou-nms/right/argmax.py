import torch


def nms(boxes, scores, thr):
    """No sorting: picks the best of the remaining boxes each time."""
    remaining = torch.full_like(scores, True, dtype=torch.bool)
    sizes = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    picked = []
    while remaining.any():
        i = int(scores.masked_fill(~remaining, -torch.inf).argmax())
        picked.append(i)
        w = (boxes[:, 2].clamp(max=boxes[i, 2]) - boxes[:, 0].clamp(min=boxes[i, 0])).clamp(min=0)
        h = (boxes[:, 3].clamp(max=boxes[i, 3]) - boxes[:, 1].clamp(min=boxes[i, 1])).clamp(min=0)
        shared = w * h
        total = sizes + sizes[i] - shared
        ratio = torch.nan_to_num(shared / total, nan=0.0)
        remaining &= ratio <= thr
        remaining[i] = False
    return torch.tensor(picked, dtype=torch.long)
