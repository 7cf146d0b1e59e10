"""Normalises over all pairs at once.

verdict: wrong_answer
check: values
teaches: You normalise over the whole matrix at once; every row, and every column, has its own softmax.
"""

import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = F.normalize(image_emb, dim=-1)
    text = F.normalize(text_emb, dim=-1)
    logits = logit_scale * image @ text.t()
    loss_i = (logits.flatten().logsumexp(dim=0) - logits.diagonal()).mean()
    loss_t = loss_i
    return (loss_i + loss_t) / 2
