"""Takes the norm over the batch.

verdict: wrong_answer
check: values
teaches: You take the norm over the batch; every single embedding is to have length one, so the norm runs over its features.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = F.normalize(image_emb, dim=0)
    text = F.normalize(text_emb, dim=0)
    logits = logit_scale * image @ text.t()
    labels = torch.arange(logits.shape[0])
    loss_i = F.cross_entropy(logits, labels)
    loss_t = F.cross_entropy(logits.t(), labels)
    return (loss_i + loss_t) / 2
