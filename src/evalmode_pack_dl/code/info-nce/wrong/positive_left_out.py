"""Leaves the positive out of the denominator.

verdict: wrong_answer
check: values
teaches: You leave the matching pair out of the denominator; the softmax runs over all candidates, the right one too.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = F.normalize(image_emb, dim=-1)
    text = F.normalize(text_emb, dim=-1)
    logits = logit_scale * image @ text.t()
    others = logits.masked_fill(torch.eye(logits.shape[0], dtype=torch.bool), -torch.inf)
    loss_i = (others.logsumexp(dim=1) - logits.diagonal()).mean()
    loss_t = (others.logsumexp(dim=0) - logits.diagonal()).mean()
    return (loss_i + loss_t) / 2
