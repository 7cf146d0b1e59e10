"""Scales the embeddings before normalising them.

verdict: wrong_answer
check: values
teaches: You scale the embeddings before normalising, which removes the scale again; it multiplies the cosines.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = F.normalize(logit_scale * image_emb, dim=-1)
    text = F.normalize(text_emb, dim=-1)
    logits = image @ text.t()
    labels = torch.arange(logits.shape[0])
    loss_i = F.cross_entropy(logits, labels)
    loss_t = F.cross_entropy(logits.t(), labels)
    return (loss_i + loss_t) / 2
