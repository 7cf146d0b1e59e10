import torch


def log_softmax(x, dim=-1):
    """The textbook form: m is added back to the normaliser."""
    m = torch.max(x, dim, keepdim=True)[0].detach()
    normaliser = m + torch.log(torch.exp(x - m).sum(dim, keepdim=True))
    return x - normaliser
