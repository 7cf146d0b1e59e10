import torch


def roc_auc(scores, y):
    """For every positive: negatives below it, and half of those equal to it."""
    chosen = y.bool()
    negatives = torch.sort(scores[~chosen]).values
    positives = scores[chosen].contiguous()
    if not len(negatives) or not len(positives):
        return float("nan")
    below = torch.searchsorted(negatives, positives, right=False)
    below_or_equal = torch.searchsorted(negatives, positives, right=True)
    return float((below + below_or_equal).sum()) / (2 * len(negatives) * len(positives))
