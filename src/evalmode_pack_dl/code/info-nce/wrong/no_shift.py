"""Exponentiates the logits without a shift.

verdict: wrong_answer
check: scale-100
teaches: You exponentiate the logits directly; at a scale of 100 that overflows. Use log-softmax or log-sum-exp.
"""

import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = F.normalize(image_emb, dim=-1)
    text = F.normalize(text_emb, dim=-1)
    logits = logit_scale * image @ text.t()
    loss_i = -(logits.exp().diagonal() / logits.exp().sum(dim=1)).log().mean()
    loss_t = -(logits.exp().diagonal() / logits.exp().sum(dim=0)).log().mean()
    return (loss_i + loss_t) / 2
