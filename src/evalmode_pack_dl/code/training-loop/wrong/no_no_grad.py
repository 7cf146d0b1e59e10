"""Validates with the graph on.

verdict: wrong_answer
check: no-graph-in-validation
teaches: You validate with autograd recording: eval mode does not stop that. It costs memory and time for a
  graph that nobody uses.
"""

import torch
from torch import nn


def fit(model, train_loader, val_loader, loss_fn, optimizer, scheduler=None, epochs=1, clip_norm=None):
    history = {"train_loss": [], "val_loss": []}
    for _ in range(epochs):
        model.train()
        total, count = 0.0, 0
        for x, y in train_loader:
            optimizer.zero_grad()
            loss = loss_fn(model(x), y)
            loss.backward()
            if clip_norm is not None:
                nn.utils.clip_grad_norm_(model.parameters(), clip_norm)
            optimizer.step()
            if scheduler is not None:
                scheduler.step()
            total += loss.item() * len(x)
            count += len(x)
        history["train_loss"].append(total / count)

        model.eval()
        total, count = 0.0, 0
        for x, y in val_loader:
            loss = loss_fn(model(x), y)
            total += loss.item() * len(x)
            count += len(x)
        history["val_loss"].append(total / count)
    model.train()
    return history
