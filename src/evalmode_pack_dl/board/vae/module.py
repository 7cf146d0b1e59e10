"""A variational autoencoder with torch's distributions, for comparison with the drawings."""

import torch
from torch import nn
from torch.distributions import Normal, kl_divergence


class VAE(nn.Module):
    """One hidden layer on each side; gives the KL term, a mean over the batch, and the mean squared error."""

    def __init__(self, C: int = 2, H: int = 3, W: int = 4, d: int = 6, k: int = 5) -> None:
        super().__init__()
        pixels = C * H * W
        self.encoder = nn.Sequential(nn.Linear(pixels, 4 * d), nn.ReLU(), nn.Linear(4 * d, d))
        self.mu = nn.Linear(d, k)
        self.logvar = nn.Linear(d, k)
        self.decoder = nn.Sequential(nn.Linear(k, 4 * k), nn.ReLU(), nn.Linear(4 * k, pixels))

    def forward(self, x: torch.Tensor, noise: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        hidden = self.encoder(x.reshape(len(x), -1))
        code = Normal(self.mu(hidden), self.logvar(hidden).exp().sqrt())
        z = code.loc + code.scale * noise
        rebuilt = self.decoder(z).reshape(x.shape)
        divergence = kl_divergence(code, Normal(torch.zeros_like(z), torch.ones_like(z)))
        return divergence.sum() / len(x), ((rebuilt - x) ** 2).mean()
