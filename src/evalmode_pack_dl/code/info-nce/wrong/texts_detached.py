"""Stops the gradient at the texts.

verdict: wrong_answer
check: gradients
teaches: No gradient reaches the text embeddings; both encoders are trained.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = F.normalize(image_emb, dim=-1)
    text = F.normalize(text_emb.detach(), dim=-1)
    logits = logit_scale * image @ text.t()
    labels = torch.arange(logits.shape[0])
    loss_i = F.cross_entropy(logits, labels)
    loss_t = F.cross_entropy(logits.t(), labels)
    return (loss_i + loss_t) / 2
