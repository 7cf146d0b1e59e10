import torch
import torch.nn.functional as F
from torch import Tensor


def vae_loss(x: Tensor, x_logits: Tensor, mu: Tensor, logvar: Tensor, beta: float = 1.0) -> Tensor:
    """Negative evidence lower bound, averaged over the batch.

    Args:
        x: (B, D), values in [0, 1].
        x_logits: (B, D), the decoder's output before the sigmoid.
        mu: (B, Z), means of the encoder's Gaussians.
        logvar: (B, Z), logarithms of their variances.
        beta: Weight of the KL term.

    Returns:
        0-d tensor.
    """
    raise NotImplementedError
