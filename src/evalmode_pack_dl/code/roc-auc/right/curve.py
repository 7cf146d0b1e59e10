import torch


def roc_auc(scores, y):
    """The area under the curve, moving one distinct score at a time."""
    order = torch.argsort(scores, descending=True)
    s, hits = scores[order], y[order].to(torch.float64)
    last_of_group = torch.cat([s[1:] != s[:-1], torch.tensor([True])])
    zero = torch.zeros(1, dtype=torch.float64)
    tpr = torch.cat([zero, hits.cumsum(0)[last_of_group]]) / hits.sum()
    fpr = torch.cat([zero, (1 - hits).cumsum(0)[last_of_group]]) / (1 - hits).sum()
    return torch.trapezoid(tpr, fpr)
