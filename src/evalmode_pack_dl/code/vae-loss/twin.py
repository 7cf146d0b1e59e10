import torch
from torch.distributions import Bernoulli, Independent, Normal, kl_divergence


def vae_loss(x, x_logits, mu, logvar, beta=1.0):
    decoder = Independent(Bernoulli(logits=x_logits, validate_args=False), 1)
    encoder = Independent(Normal(mu, (logvar / 2).exp()), 1)
    prior = Independent(Normal(torch.zeros_like(mu), torch.ones_like(mu)), 1)
    return (beta * kl_divergence(encoder, prior) - decoder.log_prob(x)).mean()
