"""Collects Python floats, which cuts the gradient.

verdict: wrong_answer
check: gradients
teaches: You collect the losses as Python numbers, so nothing can flow back to the logits; keep them as tensors until the end.
"""

import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    log_p = torch.log_softmax(logits, dim=1).movedim(1, -1).reshape(-1, logits.shape[1])
    total, count = 0.0, 0
    for row, y in zip(log_p, target.reshape(-1).tolist(), strict=True):
        if y != ignore_index:
            total += ((1 - label_smoothing) * -row[y] - label_smoothing * row.mean()).item()
            count += 1
    return torch.tensor(total / count if count else float("nan"), dtype=logits.dtype)
