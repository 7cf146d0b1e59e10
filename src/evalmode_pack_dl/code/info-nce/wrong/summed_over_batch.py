"""Sums over the batch.

verdict: wrong_answer
check: values
teaches: You sum over the pairs; both directions are means over the batch.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = F.normalize(image_emb, dim=-1)
    text = F.normalize(text_emb, dim=-1)
    logits = logit_scale * image @ text.t()
    labels = torch.arange(logits.shape[0])
    loss_i = F.cross_entropy(logits, labels, reduction="sum")
    loss_t = F.cross_entropy(logits.t(), labels, reduction="sum")
    return (loss_i + loss_t) / 2
