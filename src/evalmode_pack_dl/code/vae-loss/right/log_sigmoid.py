import torch
from torch.nn.functional import logsigmoid


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    """Bernoulli log-likelihood from two log-sigmoids, and inner products for the sums."""
    log_p, log_not_p = logsigmoid(x_logits), logsigmoid(-x_logits)
    log_likelihood = torch.einsum("bd,bd->b", x, log_p) + torch.einsum("bd,bd->b", 1 - x, log_not_p)
    std = (logvar / 2).exp()
    twice_kl = torch.einsum("bz,bz->b", mu, mu) + torch.einsum("bz,bz->b", std, std) - (logvar + 1).sum(-1)
    elbo = log_likelihood - beta * twice_kl / 2
    return -torch.mean(elbo)
