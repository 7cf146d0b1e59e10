import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    """One target at a time, as one would explain it at a whiteboard."""
    if logits.dim() == 2:
        logits, target = logits[:, :, None], target[:, None]
    losses = []
    for n in range(target.shape[0]):
        for t in range(target.shape[1]):
            y = target[n, t].item()
            if y == ignore_index:
                continue
            z = logits[n, :, t]
            z = z - z.max()
            log_p = z - torch.log(torch.sum(torch.exp(z)))
            losses.append(-(1 - label_smoothing) * log_p[y] - label_smoothing * log_p.mean())
    if not losses:
        return logits.sum() * float("nan")
    return torch.stack(losses).mean()
