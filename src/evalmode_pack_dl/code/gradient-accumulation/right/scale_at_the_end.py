"""Adds up losses per sample and divides the finished gradients."""

import torch


def train_step(model, optimizer, micro_batches, loss_fn):
    optimizer.zero_grad(set_to_none=True)
    total, count = torch.zeros((), dtype=torch.float64), 0
    for x, y in micro_batches:
        summed = loss_fn(model(x), y) * x.size(0)
        summed.backward()
        total += summed.detach()
        count += x.size(0)
    with torch.no_grad():
        for group in optimizer.param_groups:
            for p in group["params"]:
                if p.grad is not None:
                    p.grad /= count
    optimizer.step()
    optimizer.zero_grad()
    return float(total / count)
