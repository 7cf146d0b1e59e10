"""Keeps the losses as tensors.

verdict: wrong_answer
check: plain-floats
teaches: You return tensors, and the training losses drag all their graphs along. Turn each loss into a Python
  float at once.
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
            total = total + loss * len(x)
            count += len(x)
        history["train_loss"].append(total / count)

        model.eval()
        total, count = 0.0, 0
        with torch.no_grad():
            for x, y in val_loader:
                loss = loss_fn(model(x), y)
                total = total + loss * len(x)
                count += len(x)
        history["val_loss"].append(total / count)
    model.train()
    return history
