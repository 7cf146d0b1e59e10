"""Validates after the last epoch only.

verdict: wrong_answer
check: modes, losses
teaches: You validate only once, after the last epoch. There is to be one validation after each epoch.
"""

import torch
from torch import nn


def run(model, loader, loss_fn):
    total, count = 0.0, 0
    for x, y in loader:
        total += loss_fn(model(x), y).item() * len(x)
        count += len(x)
    return total / count


def fit(model, train_loader, val_loader, loss_fn, optimizer, scheduler=None, epochs=1, clip_norm=None):
    model.train()
    train_loss = []
    for _ in range(epochs):
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
        train_loss.append(total / count)
    model.eval()
    with torch.no_grad():
        val_loss = [run(model, val_loader, loss_fn)]
    model.train()
    return {"train_loss": train_loss, "val_loss": val_loss}
