import torch


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    """The stable cross-entropy written out, and the KL by way of the variance."""
    batch = x.shape[0]
    zero = torch.zeros((), dtype=x_logits.dtype)
    bce = torch.maximum(x_logits, zero) - x_logits * x + torch.log1p(torch.exp(-x_logits.abs()))
    variance = torch.exp(logvar)
    kl = 0.5 * (mu.square() + variance - 1.0 - logvar)
    return bce.sum() / batch + beta * kl.sum() / batch
