import torch


def gqa(q, k, v, causal=False):
    """Copies each key and value head for its queries, then plain attention by einsum."""
    copies = q.size(1) // k.size(1)
    k = torch.repeat_interleave(k, copies, dim=1)
    v = torch.repeat_interleave(v, copies, dim=1)
    scores = torch.einsum("bhtd,bhsd->bhts", q, k).mul(q.size(-1) ** -0.5)
    if causal:
        t, s = scores.shape[-2:]
        bias = torch.zeros(t, s, dtype=q.dtype).masked_fill(~torch.tril(torch.ones(t, s, dtype=torch.bool)), -torch.inf)
        scores = scores + bias
    scores = scores - scores.amax(-1, keepdim=True)
    e = scores.exp()
    return torch.einsum("bhts,bhsd->bhtd", e / e.sum(-1, keepdim=True), v)
