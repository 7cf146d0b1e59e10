"""A complete training loop."""

import torch
from torch import nn


def fit(model, train_loader, val_loader, loss_fn, optimizer, scheduler=None, epochs=1, clip_norm=None):
    """Train the model and validate it after each epoch.

    Returns:
        {"train_loss": [...], "val_loss": [...]}: the mean loss per sample, one float per epoch.
    """
    raise NotImplementedError
