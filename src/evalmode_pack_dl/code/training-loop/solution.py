"""A complete training loop: train, validate, and report means per sample."""

import torch
from torch import nn


def fit(model, train_loader, val_loader, loss_fn, optimizer, scheduler=None, epochs=1, clip_norm=None):
    """Train the model and validate it after each epoch.

    Returns:
        {"train_loss": [...], "val_loss": [...]}: the mean loss per sample, one float per epoch.
    """
    history = {"train_loss": [], "val_loss": []}
    for _ in range(epochs):
        history["train_loss"].append(train_epoch(model, train_loader, loss_fn, optimizer, scheduler, clip_norm))
        history["val_loss"].append(validate(model, val_loader, loss_fn))
    model.train()
    return history


def train_epoch(model, loader, loss_fn, optimizer, scheduler, clip_norm):
    """One pass over the training data; returns the mean loss per sample."""
    model.train()
    total, count = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        if clip_norm is not None:
            nn.utils.clip_grad_norm_(model.parameters(), clip_norm)
        optimizer.step()
        if scheduler is not None:
            scheduler.step()
        total += loss.item() * len(x)  # a batch's mean weighs as much as the batch has samples
        count += len(x)
    return total / count


@torch.no_grad()
def validate(model, loader, loss_fn):
    """One pass over the validation data, changing nothing; returns the mean loss per sample."""
    model.eval()
    total, count = 0.0, 0
    for x, y in loader:
        total += loss_fn(model(x), y).item() * len(x)
        count += len(x)
    return total / count
