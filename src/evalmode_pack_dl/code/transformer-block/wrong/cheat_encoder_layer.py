"""Wraps nn.TransformerEncoderLayer.

verdict: forbidden
check: bans
teaches: This is torch's own Transformer layer, which is what you are asked to build. Write the two
  residual branches yourself.
"""

import torch
from torch import nn
from torch.func import functional_call


class Block(nn.Module):
    def __init__(self, d_model, n_heads, d_ff):
        super().__init__()
        self.ln1, self.ln2 = nn.LayerNorm(d_model), nn.LayerNorm(d_model)
        self.q_proj, self.k_proj = nn.Linear(d_model, d_model), nn.Linear(d_model, d_model)
        self.v_proj, self.out_proj = nn.Linear(d_model, d_model), nn.Linear(d_model, d_model)
        self.fc1, self.fc2 = nn.Linear(d_model, d_ff), nn.Linear(d_ff, d_model)
        self.sizes = d_model, n_heads, d_ff

    def forward(self, x):
        own = dict(self.named_parameters())
        given = {
            "self_attn.in_proj_weight": torch.cat([own[f"{name}_proj.weight"] for name in "qkv"]),
            "self_attn.in_proj_bias": torch.cat([own[f"{name}_proj.bias"] for name in "qkv"]),
        }
        renamed = {"self_attn.out_proj": "out_proj", "norm1": "ln1", "norm2": "ln2", "linear1": "fc1", "linear2": "fc2"}
        for theirs, ours in renamed.items():
            given |= {f"{theirs}.{part}": own[f"{ours}.{part}"] for part in ("weight", "bias")}
        layer = nn.TransformerEncoderLayer(
            *self.sizes, dropout=0.0, activation="gelu", batch_first=True, norm_first=True, dtype=x.dtype
        )
        future = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).triu(1)
        return functional_call(layer, given, (x,), {"src_mask": future})
