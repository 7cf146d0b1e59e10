"""A GAN's two losses by torch's binary cross-entropy, for comparison with the drawings."""

import torch
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits as bce


class GAN(nn.Module):
    """Generator and discriminator, each with one hidden layer; gives the discriminator's and the generator's loss."""

    def __init__(self, z: int = 8, D: int = 16) -> None:
        super().__init__()
        self.g = nn.Sequential(nn.Linear(z, 4 * z), nn.ReLU(), nn.Linear(4 * z, D))
        self.d = nn.Sequential(nn.Linear(D, 4 * z), nn.LeakyReLU(0.2), nn.Linear(4 * z, 1))

    def forward(self, z: torch.Tensor, real: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        fake = self.g(z)
        ones, zeros = torch.ones(len(z), 1), torch.zeros(len(z), 1)
        discriminator_loss = bce(self.d(real), ones) + bce(self.d(fake.detach()), zeros)
        return discriminator_loss, bce(self.d(fake), ones)
