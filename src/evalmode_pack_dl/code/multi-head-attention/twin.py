import torch
import torch.nn.functional as F
from torch import nn


class MultiHeadAttention(nn.Module):
    """The function that nn.MultiheadAttention itself calls, given the four projections' weights."""

    def __init__(self, d_model, n_heads, bias=True):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("n_heads must divide d_model")
        self.n_heads = n_heads
        self.q_proj = nn.Linear(d_model, d_model, bias)
        self.k_proj = nn.Linear(d_model, d_model, bias)
        self.v_proj = nn.Linear(d_model, d_model, bias)
        self.out_proj = nn.Linear(d_model, d_model, bias)

    def forward(self, x, context=None, key_padding_mask=None, causal=False):
        context = x if context is None else context
        parts = (self.q_proj, self.k_proj, self.v_proj)
        future = torch.ones(x.shape[1], context.shape[1], dtype=torch.bool).triu(1) if causal else None
        output, _ = F.multi_head_attention_forward(
            x.transpose(0, 1),
            context.transpose(0, 1),
            context.transpose(0, 1),
            x.shape[-1],
            self.n_heads,
            torch.cat([part.weight for part in parts]),
            None if self.q_proj.bias is None else torch.cat([part.bias for part in parts]),
            None,
            None,
            False,
            0.0,
            self.out_proj.weight,
            self.out_proj.bias,
            key_padding_mask=key_padding_mask,
            attn_mask=future,
            need_weights=False,
        )
        return output.transpose(0, 1)
