"""Adds an epsilon to every norm.

verdict: wrong_answer
check: norms
teaches: The epsilon you add to the norm makes every vector a little shorter than one, and short vectors a lot; no embedding is
  zero here.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = image_emb / (image_emb.norm(dim=-1, keepdim=True) + 1e-6)
    text = text_emb / (text_emb.norm(dim=-1, keepdim=True) + 1e-6)
    logits = logit_scale * image @ text.t()
    labels = torch.arange(logits.shape[0])
    loss_i = F.cross_entropy(logits, labels)
    loss_t = F.cross_entropy(logits.t(), labels)
    return (loss_i + loss_t) / 2
