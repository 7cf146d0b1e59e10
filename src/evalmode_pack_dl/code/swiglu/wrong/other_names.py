"""Calls the layers w1, w2 and w3.

verdict: wrong_answer
check: values
teaches: Your layers have other names, so the weights cannot be loaded. They are gate_proj, up_proj and down_proj.
"""

from torch import nn
import torch.nn.functional as F


class SwiGLU(nn.Module):
    def __init__(self, d_model, hidden):
        super().__init__()
        self.w1 = nn.Linear(d_model, hidden, bias=False)
        self.w2 = nn.Linear(hidden, d_model, bias=False)
        self.w3 = nn.Linear(d_model, hidden, bias=False)

    def forward(self, x):
        return self.w2(F.silu(self.w1(x)) * self.w3(x))
