"""Compares raw dot products.

verdict: wrong_answer
check: values
teaches: You compare raw dot products; both embeddings have to be divided by their L2 norm first, so that only directions count.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = image_emb
    text = text_emb
    logits = logit_scale * image @ text.t()
    labels = torch.arange(logits.shape[0])
    loss_i = F.cross_entropy(logits, labels)
    loss_t = F.cross_entropy(logits.t(), labels)
    return (loss_i + loss_t) / 2
