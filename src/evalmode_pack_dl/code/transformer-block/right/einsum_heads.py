import torch
import torch.nn as nn


class Block(nn.Module):
    def __init__(self, d_model, n_heads, d_ff):
        super().__init__()
        self.ln1 = nn.LayerNorm(d_model)
        self.ln2 = nn.LayerNorm(d_model)
        self.q_proj, self.k_proj = nn.Linear(d_model, d_model), nn.Linear(d_model, d_model)
        self.v_proj, self.out_proj = nn.Linear(d_model, d_model), nn.Linear(d_model, d_model)
        self.fc1, self.fc2 = nn.Linear(d_model, d_ff), nn.Linear(d_ff, d_model)
        self.act = nn.GELU()
        self.heads = n_heads
        self.scale = (d_model // n_heads) ** -0.5

    def attend(self, y):
        b, t, d = y.size()
        q = self.q_proj(y).view(b, t, self.heads, -1) * self.scale
        k = self.k_proj(y).view(b, t, self.heads, -1)
        v = self.v_proj(y).view(b, t, self.heads, -1)
        scores = torch.einsum("bihd,bjhd->bijh", q, k)
        past = torch.arange(t)[:, None] >= torch.arange(t)[None, :]
        scores = torch.where(past[None, :, :, None], scores, torch.full_like(scores, torch.finfo(y.dtype).min))
        return self.out_proj(torch.einsum("bijh,bjhd->bihd", scores.softmax(2), v).reshape(b, t, d))

    def forward(self, x):
        h = self.attend(self.ln1(x)) + x
        return self.fc2(self.act(self.fc1(self.ln2(h)))) + h
