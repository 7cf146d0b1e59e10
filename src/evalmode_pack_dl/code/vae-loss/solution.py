import torch.nn.functional as F
from torch import Tensor


def vae_loss(x: Tensor, x_logits: Tensor, mu: Tensor, logvar: Tensor, beta: float = 1.0) -> Tensor:
    """Bernoulli reconstruction plus beta times the KL to the standard normal; sums per example, mean over the batch."""
    bce = F.binary_cross_entropy_with_logits(x_logits, x, reduction="none")  # (B, D)
    reconstruction = bce.sum(dim=1)  # (B, D) -> (B,)
    kl = -0.5 * (1 + logvar - mu**2 - logvar.exp()).sum(dim=1)  # (B, Z) -> (B,)
    return (reconstruction + beta * kl).mean()  # (B,) -> ()
