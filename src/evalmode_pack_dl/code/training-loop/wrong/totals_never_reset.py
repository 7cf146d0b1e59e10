"""Carries the totals over from epoch to epoch.

verdict: wrong_answer
check: losses
teaches: You never set the totals back, so later entries mix in earlier epochs. Each entry is about its own
  pass alone.
"""

import torch
from torch import nn


def fit(model, train_loader, val_loader, loss_fn, optimizer, scheduler=None, epochs=1, clip_norm=None):
    history = {"train_loss": [], "val_loss": []}
    total, count = 0.0, 0
    val_total, val_count = 0.0, 0
    for _ in range(epochs):
        model.train()
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
        with torch.no_grad():
            for x, y in val_loader:
                loss = loss_fn(model(x), y)
                val_total += loss.item() * len(x)
                val_count += len(x)
        history["val_loss"].append(val_total / val_count)
    model.train()
    return history
