"""Turns the scale into a Python number.

verdict: wrong_answer
check: gradients
teaches: You turn the scale into a plain number, so it gets no gradient and cannot be learned.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = F.normalize(image_emb, dim=-1)
    text = F.normalize(text_emb, dim=-1)
    logits = torch.as_tensor(logit_scale).item() * image @ text.t()
    labels = torch.arange(logits.shape[0])
    loss_i = F.cross_entropy(logits, labels)
    loss_t = F.cross_entropy(logits.t(), labels)
    return (loss_i + loss_t) / 2
