"""Judges each pair by itself with a sigmoid.

verdict: wrong_answer
check: values
teaches: You judge each pair by itself with a sigmoid (SigLIP's loss); here the candidates compete in a softmax.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = F.normalize(image_emb, dim=-1)
    text = F.normalize(text_emb, dim=-1)
    logits = logit_scale * image @ text.t()
    loss_i = F.binary_cross_entropy_with_logits(logits, torch.eye(logits.shape[0], dtype=logits.dtype))
    loss_t = loss_i
    return (loss_i + loss_t) / 2
