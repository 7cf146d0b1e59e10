import torch
import torch.nn.functional as F
from torch import Tensor


def clip_loss(image_emb: Tensor, text_emb: Tensor, logit_scale: float | Tensor) -> Tensor:
    """CLIP's symmetric contrastive loss.

    Args:
        image_emb: (N, D), not normalised.
        text_emb: (N, D), not normalised; row i belongs to image i.
        logit_scale: Multiplies the cosine similarities; a number or a 0-d tensor.

    Returns:
        0-d tensor: the mean of the image-to-text and text-to-image cross-entropies.
    """
    raise NotImplementedError
