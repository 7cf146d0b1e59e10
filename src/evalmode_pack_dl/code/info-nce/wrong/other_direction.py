"""Leaves out the image-to-text direction.

verdict: wrong_answer
check: values
teaches: You use the text-to-image direction alone; images must find their texts too, over the rows of the same matrix.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = F.normalize(image_emb, dim=-1)
    text = F.normalize(text_emb, dim=-1)
    logits = logit_scale * image @ text.t()
    labels = torch.arange(logits.shape[0])
    loss_i = F.cross_entropy(logits, labels)
    loss_t = F.cross_entropy(logits.t(), labels)
    return loss_t
