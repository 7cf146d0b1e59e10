import torch


def softmax(x, dim):
    """In log space: minus the log-sum-exp, written out."""
    m = torch.max(x, dim, keepdim=True).values
    log_z = m + torch.log(torch.sum(torch.exp(x - m), dim, keepdim=True))
    return torch.exp(x - log_z)
