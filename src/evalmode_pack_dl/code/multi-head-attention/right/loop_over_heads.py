from math import sqrt

from torch import cat, nan_to_num, ones
from torch.nn import Linear, Module


class MultiHeadAttention(Module):
    """One head at a time, by slices of the projected features."""

    def __init__(self, d_model, n_heads, bias=True):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("d_model % n_heads != 0")
        self.q_proj, self.k_proj, self.v_proj, self.out_proj = (Linear(d_model, d_model, bias=bias) for _ in range(4))
        self.heads, self.width = n_heads, d_model // n_heads

    def forward(self, x, context=None, key_padding_mask=None, causal=False):
        source = x if context is None else context
        q, k, v = self.q_proj(x), self.k_proj(source), self.v_proj(source)
        outputs = []
        for head in range(self.heads):
            own = slice(head * self.width, (head + 1) * self.width)
            scores = q[..., own].bmm(k[..., own].mT) / sqrt(self.width)
            if causal:
                future = ones(scores.shape[-2:], dtype=bool, device=x.device).triu(1)
                scores = scores.masked_fill(future, -float("inf"))
            if key_padding_mask is not None:
                scores = scores.masked_fill(key_padding_mask[:, None, :], -float("inf"))
            # A row of -inf is NaN after the softmax; masked_fill keeps that NaN out of the gradient.
            outputs.append(nan_to_num(scores.softmax(-1), nan=0.0).bmm(v[..., own]))
        return self.out_proj(cat(outputs, dim=-1))
