"""Labels every row with the first candidate.

verdict: wrong_answer
check: values
teaches: You label every row with candidate 0; the match of row i is column i.
"""

import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = F.normalize(image_emb, dim=-1)
    text = F.normalize(text_emb, dim=-1)
    logits = logit_scale * image @ text.t()
    labels = torch.zeros(logits.shape[0], dtype=torch.long)
    loss_i = F.cross_entropy(logits, labels)
    loss_t = F.cross_entropy(logits.t(), labels)
    return (loss_i + loss_t) / 2
