"""One training step of DDPM in plain torch, written from the paper, for comparison with the drawings."""

import torch
import torch.nn.functional as F
from torch import nn


class DDPM(nn.Module):
    """A network of one level guesses the noise that was added; gives the mean squared error of its guess."""

    def __init__(self, C: int = 2, e: int = 8, width: int = 16) -> None:
        super().__init__()
        self.e = e
        self.time_in = nn.Linear(e, 4 * e)
        self.time_out = nn.Linear(4 * e, e)
        self.first = nn.Conv2d(C, width, 3, padding="same")
        self.time = nn.Linear(e, width)
        self.down = nn.Conv2d(width, 2 * width, 3, stride=2, padding=1)
        self.up = nn.ConvTranspose2d(2 * width, width, 2, stride=2)
        self.last = nn.Conv2d(2 * width, C, 3, padding="same")
        self.kept = [1.0]
        for step in range(1000):
            self.kept.append(self.kept[-1] * (1 - (1e-4 + (0.02 - 1e-4) * step / 999)))

    def guess(self, x: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
        half = self.e // 2
        angles = torch.stack([t / 10_000 ** (place / half) for place in range(half)], 1)
        time = self.time_out(F.silu(self.time_in(torch.cat([torch.sin(angles), torch.cos(angles)], 1))))
        kept = F.silu(self.first(x)) + self.time(time).unsqueeze(-1).unsqueeze(-1)
        deep = F.silu(self.up(F.silu(self.down(kept))))
        return self.last(torch.cat([kept, deep], 1))

    def forward(self, x: torch.Tensor, noise: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
        kept = torch.tensor([self.kept[int(step) + 1] for step in t])[:, None, None, None]
        noisy = kept**0.5 * x + (1 - kept) ** 0.5 * noise
        return (noise - self.guess(noisy, t)).pow(2).mean()
