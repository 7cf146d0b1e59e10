import torch
import torch.nn.functional as F
from torch import Tensor


def clip_loss(image_emb: Tensor, text_emb: Tensor, logit_scale: float | Tensor) -> Tensor:
    """Mean cross-entropy of finding each image's text and each text's image within the batch."""
    image = image_emb / image_emb.norm(dim=1, keepdim=True)  # (N, D), rows of length one
    text = text_emb / text_emb.norm(dim=1, keepdim=True)  # (N, D)
    logits = logit_scale * image @ text.T  # (N, D) @ (D, N) -> (N, N); rows are images, columns are texts
    labels = torch.arange(len(logits))  # the match of row i is column i
    image_to_text = F.cross_entropy(logits, labels)
    text_to_image = F.cross_entropy(logits.T, labels)
    return (image_to_text + text_to_image) / 2
