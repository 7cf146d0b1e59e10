import torch


def clip_loss(image_emb, text_emb, logit_scale):
    """Two log-sum-exps minus the diagonal."""
    cosine = torch.cosine_similarity(image_emb[:, None, :], text_emb[None, :, :], dim=-1, eps=1e-12)
    logits = cosine * logit_scale
    match = torch.diagonal(logits)
    return (0.5 * torch.logsumexp(logits, 0) + 0.5 * torch.logsumexp(logits, 1) - match).mean()
