"""Divides by the squared norm.

verdict: wrong_answer
check: values
teaches: You divide by the sum of squares; its square root is missing.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = image_emb / image_emb.square().sum(dim=-1, keepdim=True)
    text = text_emb / text_emb.square().sum(dim=-1, keepdim=True)
    logits = logit_scale * image @ text.t()
    labels = torch.arange(logits.shape[0])
    loss_i = F.cross_entropy(logits, labels)
    loss_t = F.cross_entropy(logits.t(), labels)
    return (loss_i + loss_t) / 2
