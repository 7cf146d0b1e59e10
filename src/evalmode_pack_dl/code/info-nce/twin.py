import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    logits = F.normalize(image_emb) @ F.normalize(text_emb).t() * logit_scale
    both = torch.stack([logits, logits.t()])  # (2, N, N)
    labels = torch.arange(len(logits)).expand(2, -1)
    return F.cross_entropy(both.flatten(0, 1), labels.flatten())
