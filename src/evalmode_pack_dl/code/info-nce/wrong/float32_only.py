"""Computes in float32.

verdict: wrong_answer
check: float64
teaches: You compute in float32, so float64 embeddings lose half their digits; keep the dtype of the inputs.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = F.normalize(image_emb.float(), dim=-1)
    text = F.normalize(text_emb.float(), dim=-1)
    logits = logit_scale * image @ text.t()
    labels = torch.arange(logits.shape[0])
    loss_i = F.cross_entropy(logits, labels)
    loss_t = F.cross_entropy(logits.t(), labels)
    return ((loss_i + loss_t) / 2).to(image_emb.dtype)
