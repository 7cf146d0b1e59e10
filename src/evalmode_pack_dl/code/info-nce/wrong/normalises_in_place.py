"""Normalises the caller's embeddings in place.

verdict: wrong_answer
check: inputs-untouched
teaches: You normalise the caller's embeddings in place; make new tensors.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    with torch.no_grad():
        image_emb /= image_emb.norm(dim=-1, keepdim=True)
        text_emb /= text_emb.norm(dim=-1, keepdim=True)
    image = F.normalize(image_emb, dim=-1)
    text = F.normalize(text_emb, dim=-1)
    logits = logit_scale * image @ text.t()
    labels = torch.arange(logits.shape[0])
    loss_i = F.cross_entropy(logits, labels)
    loss_t = F.cross_entropy(logits.t(), labels)
    return (loss_i + loss_t) / 2
