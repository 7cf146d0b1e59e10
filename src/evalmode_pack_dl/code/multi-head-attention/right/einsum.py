import torch
import torch.nn as nn


class MultiHeadAttention(nn.Module):
    """Everything by einsum, heads never transposed, softmax by hand so that empty rows divide by one."""

    def __init__(self, d_model, n_heads, bias=True):
        super().__init__()
        self.d_head, left_over = divmod(d_model, n_heads)
        if left_over:
            raise ValueError("n_heads must divide d_model")
        self.n_heads = n_heads
        for name in ("q_proj", "k_proj", "v_proj", "out_proj"):
            setattr(self, name, nn.Linear(d_model, d_model, bias))

    def forward(self, x, context=None, key_padding_mask=None, causal=False):
        if context is None:
            context = x
        B, T, _ = x.shape
        S = context.shape[1]
        q = self.q_proj(x).reshape(B, T, self.n_heads, self.d_head) * self.d_head**-0.5
        k = self.k_proj(context).reshape(B, S, self.n_heads, self.d_head)
        v = self.v_proj(context).reshape(B, S, self.n_heads, self.d_head)

        visible = torch.ones(B, T, S, dtype=torch.bool, device=x.device)
        if causal:
            visible = visible & (torch.arange(S, device=x.device)[None, :] <= torch.arange(T, device=x.device)[:, None])
        if key_padding_mask is not None:
            visible = visible & ~key_padding_mask.unsqueeze(1)
        visible = visible.unsqueeze(1).to(x.dtype)

        scores = torch.einsum("bthd,bshd->bhts", q, k)
        top = (scores - (1 - visible) * 1e30).amax(-1, keepdim=True).detach()
        top = torch.where(visible.any(-1, keepdim=True), top, scores.amax(-1, keepdim=True).detach())
        e = torch.exp(torch.where(visible.bool(), scores - top, torch.zeros_like(scores))) * visible
        total = e.sum(-1, keepdim=True)
        weights = e / torch.where(total == 0, torch.ones_like(total), total)
        mixed = torch.einsum("bhts,bshd->bthd", weights, v)
        return self.out_proj(mixed.reshape(B, T, -1))
