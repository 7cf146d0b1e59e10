import math

import torch
import torch.nn as nn


class CachedAttention(nn.Module):
    """Keeps one (key, value) pair per token in a list, and runs the prompt token by token."""

    def __init__(self, d_model, n_heads):
        super().__init__()
        self.q_proj, self.k_proj, self.v_proj, self.out_proj = [nn.Linear(d_model, d_model) for _ in range(4)]
        self.n_heads = n_heads
        self.past = []

    def reset(self):
        self.past.clear()

    def walk(self, x, past):
        outputs = []
        for token in x.unbind(1):  # (B, d_model)
            q, k, v = (
                layer(token).reshape(len(x), self.n_heads, -1) for layer in (self.q_proj, self.k_proj, self.v_proj)
            )
            past.append((k, v))
            keys = torch.stack([k for k, _ in past], 2)  # (B, H, S, d_head)
            values = torch.stack([v for _, v in past], 2)
            scores = (keys * q.unsqueeze(2)).sum(-1) / math.sqrt(q.shape[-1])  # (B, H, S)
            mixed = (scores.softmax(-1).unsqueeze(-1) * values).sum(2)  # (B, H, d_head)
            outputs.append(self.out_proj(mixed.reshape(len(x), -1)))
        return torch.stack(outputs, 1)

    def forward(self, x):
        return self.walk(x, [])

    def prefill(self, x):
        return self.walk(x, self.past)

    def step(self, x_t):
        return self.walk(x_t, self.past)
