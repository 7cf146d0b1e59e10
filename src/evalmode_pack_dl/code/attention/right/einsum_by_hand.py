import torch


def sdpa(q, k, v, mask=None, causal=False):
    """Softmax by hand: shift by the largest visible score, exponentiate, divide by a sum that is never zero."""
    t, s = q.size(-2), k.size(-2)
    scores = torch.einsum("...td,...sd->...ts", q * q.size(-1) ** -0.5, k)
    seen = torch.ones(t, s, dtype=torch.bool, device=q.device)
    if causal:
        seen = torch.arange(t, device=q.device).unsqueeze(1) >= torch.arange(s, device=q.device)
    if mask is not None:
        seen = mask.logical_and(seen)
    seen = seen.expand(scores.shape)
    scores = torch.where(seen, scores, scores.new_full((), -torch.inf))
    top = scores.detach().amax(-1, keepdim=True)
    top = torch.where(top == -torch.inf, torch.zeros_like(top), top)
    e = torch.exp(scores - top)
    return torch.einsum("...ts,...se->...te", e / e.sum(-1, keepdim=True).clamp_min(1e-30), v)
