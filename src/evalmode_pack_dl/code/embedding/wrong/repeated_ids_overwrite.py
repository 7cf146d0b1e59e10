"""Keeps the gradient of one occurrence only.

verdict: wrong_answer
check: gradients
teaches: Your backward pass assigns, so an id that occurs twice keeps one of its gradients. They have to be added
  up.
"""

import torch
from torch import nn


class Lookup(torch.autograd.Function):
    @staticmethod
    def forward(ctx, weight, ids, padding_idx):
        ctx.save_for_backward(ids)
        ctx.shape = weight.shape
        ctx.padding_idx = padding_idx
        return weight[ids]

    @staticmethod
    def backward(ctx, grad):
        (ids,) = ctx.saved_tensors
        grad_weight = torch.zeros(ctx.shape, dtype=grad.dtype)
        grad_weight[ids] = grad
        if ctx.padding_idx is not None:
            grad_weight[ctx.padding_idx] = 0
        return grad_weight, None, None


class Embedding(nn.Module):
    def __init__(self, num_embeddings, embedding_dim, padding_idx=None):
        super().__init__()
        self.padding_idx = padding_idx
        self.weight = nn.Parameter(torch.randn(num_embeddings, embedding_dim))

    def forward(self, ids):
        return Lookup.apply(self.weight, ids, self.padding_idx)
