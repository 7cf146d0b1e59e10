"""Joins the micro-batches into one big batch.

verdict: wrong_answer
check: each-piece-once
teaches: You join the micro-batches into one batch, which is what does not fit into memory. Run them through
  the model one by one.
"""

import torch


def train_step(model, optimizer, micro_batches, loss_fn):
    x = torch.cat([x for x, _ in micro_batches])
    y = torch.cat([y for _, y in micro_batches])
    optimizer.zero_grad()
    loss = loss_fn(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()
