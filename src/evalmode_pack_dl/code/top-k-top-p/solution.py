import torch


def filter_logits(logits, top_k=None, top_p=None):
    if top_k is not None:
        k = min(top_k, logits.shape[-1])
        smallest_kept = logits.topk(k, dim=-1).values[..., -1:]  # (..., 1)
        logits = logits.masked_fill(logits < smallest_kept, float("-inf"))

    if top_p is not None and top_p < 1:
        ordered, order = logits.sort(dim=-1, descending=True)
        probabilities = ordered.softmax(dim=-1)  # removed tokens are -inf: this renormalises after top-k
        mass_before = probabilities.cumsum(dim=-1) - probabilities
        removed = mass_before >= top_p
        removed[..., 0] = False  # the most probable token always survives
        # The decision was made in sorted order; carry it back to the tokens' own places.
        removed = torch.zeros_like(removed).scatter(-1, order, removed)
        logits = logits.masked_fill(removed, float("-inf"))

    return logits
