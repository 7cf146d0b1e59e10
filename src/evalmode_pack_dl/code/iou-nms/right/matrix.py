import torch


def nms(boxes, scores, thr):
    """All pairs at once in sorted order, then one pass over the rows."""
    order = torch.argsort(scores, descending=True)
    x1, y1, x2, y2 = boxes[order].unbind(1)
    width = torch.relu(torch.minimum(x2[:, None], x2) - torch.maximum(x1[:, None], x1))
    height = torch.relu(torch.minimum(y2[:, None], y2) - torch.maximum(y1[:, None], y1))
    inter = width * height
    area = (x2 - x1) * (y2 - y1)
    over = inter / (area[:, None] + area - inter).clamp(min=torch.finfo(boxes.dtype).tiny) > thr  # (n, n)
    alive = torch.ones(len(order), dtype=torch.bool)
    for i in range(len(order)):
        if alive[i]:
            alive[i + 1 :] &= ~over[i, i + 1 :]
    return order[alive]
