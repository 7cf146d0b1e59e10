"""Treats the norms as constants.

verdict: wrong_answer
check: gradients
teaches: You treat the norms as constants, so the gradient along each embedding's own direction is wrong; the norm depends on the
  embedding.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = image_emb / image_emb.norm(dim=-1, keepdim=True).detach()
    text = text_emb / text_emb.norm(dim=-1, keepdim=True).detach()
    logits = logit_scale * image @ text.t()
    labels = torch.arange(logits.shape[0])
    loss_i = F.cross_entropy(logits, labels)
    loss_t = F.cross_entropy(logits.t(), labels)
    return (loss_i + loss_t) / 2
