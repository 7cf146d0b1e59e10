import torch


def clip_loss(image_emb, text_emb, logit_scale):
    """Every candidate list by itself."""

    def unit(v):
        return v / torch.sqrt(torch.dot(v, v))

    images = [unit(v) for v in image_emb.unbind(0)]
    texts = [unit(v) for v in text_emb.unbind(0)]
    total = 0.0
    for i in range(len(images)):
        to_texts = torch.stack([logit_scale * torch.dot(images[i], t) for t in texts])
        to_images = torch.stack([logit_scale * torch.dot(v, texts[i]) for v in images])
        for scores in (to_texts, to_images):
            total = total - torch.log_softmax(scores, dim=0)[i]
    return total / (2 * len(images))
