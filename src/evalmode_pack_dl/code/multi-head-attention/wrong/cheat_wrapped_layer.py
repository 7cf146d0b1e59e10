"""Wraps nn.MultiheadAttention and loads the projections into it.

verdict: forbidden
check: bans
teaches: This wraps torch's own layer, which is what you are asked to build. Write the heads, the
  softmax and the weighted mean yourself.
"""

import torch
from torch import nn

Layer = vars(nn)["Multihead" + "Attention"]


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads, bias=True):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("d_model must be divisible by n_heads")
        self.n_heads = n_heads
        self.q_proj = nn.Linear(d_model, d_model, bias=bias)
        self.k_proj = nn.Linear(d_model, d_model, bias=bias)
        self.v_proj = nn.Linear(d_model, d_model, bias=bias)
        self.out_proj = nn.Linear(d_model, d_model, bias=bias)

    def forward(self, x, context=None, key_padding_mask=None, causal=False):
        context = x if context is None else context
        d_model = x.shape[-1]
        bias = self.q_proj.bias is not None
        layer = Layer(d_model, self.n_heads, bias=bias, batch_first=True, dtype=x.dtype)
        projections = (self.q_proj, self.k_proj, self.v_proj)
        del layer.in_proj_weight
        layer.in_proj_weight = torch.cat([p.weight for p in projections])
        if bias:
            del layer.in_proj_bias
            layer.in_proj_bias = torch.cat([p.bias for p in projections])
        layer.out_proj = self.out_proj
        mask = torch.ones(x.shape[1], context.shape[1], dtype=torch.bool).triu(1) if causal else None
        return layer(x, context, context, key_padding_mask, need_weights=False, attn_mask=mask)[0]
