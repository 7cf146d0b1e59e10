import torch
from torch import nn


class Block(nn.Module):
    """Heads by scaled_dot_product_attention, names by a dictionary, the norm and GELU written out."""

    def __init__(self, d_model, n_heads, d_ff):
        super().__init__()
        shapes = {name: (d_model, d_model) for name in ("q_proj", "k_proj", "v_proj", "out_proj")}
        for name, (d_in, d_out) in {**shapes, "fc1": (d_model, d_ff), "fc2": (d_ff, d_model)}.items():
            self.add_module(name, nn.Linear(d_in, d_out))
        self.ln1, self.ln2 = nn.LayerNorm(d_model), nn.LayerNorm(d_model)
        self.n_heads = n_heads

    @staticmethod
    def normalise(x, norm):
        centred = x - x.mean(-1, keepdim=True)
        return centred * torch.rsqrt(centred.square().mean(-1, keepdim=True) + norm.eps) * norm.weight + norm.bias

    def forward(self, x):
        B, T, D = x.shape
        y = self.normalise(x, self.ln1)
        q, k, v = (
            layer(y).reshape(B, T, self.n_heads, -1).transpose(1, 2)
            for layer in (self.q_proj, self.k_proj, self.v_proj)
        )
        y = nn.functional.scaled_dot_product_attention(q, k, v, is_causal=True)
        h = self.out_proj(y.transpose(1, 2).reshape(B, T, D)).add(x)
        y = self.fc1(self.normalise(h, self.ln2))
        y = y * (torch.erf(y * 0.5**0.5) + 1) * 0.5
        return self.fc2(y).add(h)
