"""Takes the logarithm of a softmax.

verdict: wrong_answer
check: scale-100
teaches: You take the logarithm of a softmax; a pair that loses by 200 has probability 0 by then, and the loss is infinite.
"""

import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    image = F.normalize(image_emb, dim=-1)
    text = F.normalize(text_emb, dim=-1)
    logits = logit_scale * image @ text.t()
    loss_i = -logits.softmax(dim=1).diagonal().log().mean()
    loss_t = -logits.softmax(dim=0).diagonal().log().mean()
    return (loss_i + loss_t) / 2
