import torch


def cross_entropy(logits, target, ignore_index=-100, label_smoothing=0.0):
    """Builds the smoothed target distribution and takes its inner product with the log-probabilities."""
    num_classes = logits.size(1)
    classes = torch.arange(num_classes).view(1, -1, *[1] * (logits.dim() - 2))  # (1, C[, 1])
    valid = (target != ignore_index).unsqueeze(1).to(logits.dtype)  # (N, 1[, T])
    one_hot = (target.unsqueeze(1) == classes).to(logits.dtype)  # (N, C[, T])
    q = valid * (one_hot * (1.0 - label_smoothing) + label_smoothing / num_classes)
    log_p = torch.log_softmax(logits, dim=1)
    return -(q * log_p).sum() / valid.sum()
