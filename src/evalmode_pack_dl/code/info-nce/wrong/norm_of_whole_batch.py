"""Divides by one norm for the whole matrix.

verdict: wrong_answer
check: values
teaches: You divide by one norm of the whole matrix; every embedding has its own length.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = image_emb / image_emb.norm()
    text = text_emb / text_emb.norm()
    logits = logit_scale * image @ text.t()
    labels = torch.arange(logits.shape[0])
    loss_i = F.cross_entropy(logits, labels)
    loss_t = F.cross_entropy(logits.t(), labels)
    return (loss_i + loss_t) / 2
