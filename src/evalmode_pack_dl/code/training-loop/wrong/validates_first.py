"""Validates before it trains.

verdict: wrong_answer
check: modes, losses
teaches: You validate at the start of the epoch, before its training. Train first, then validate.
"""

import torch
from torch import nn


def fit(model, train_loader, val_loader, loss_fn, optimizer, scheduler=None, epochs=1, clip_norm=None):
    history = {"train_loss": [], "val_loss": []}
    for _ in range(epochs):
        for phase, loader in (("val_loss", val_loader), ("train_loss", train_loader)):
            learn = phase == "train_loss"
            model.train(learn)
            total, count = 0.0, 0
            with torch.set_grad_enabled(learn):
                for x, y in loader:
                    loss = loss_fn(model(x), y)
                    if learn:
                        optimizer.zero_grad()
                        loss.backward()
                        if clip_norm is not None:
                            nn.utils.clip_grad_norm_(model.parameters(), clip_norm)
                        optimizer.step()
                        if scheduler is not None:
                            scheduler.step()
                    total += loss.item() * len(x)
                    count += len(x)
            history[phase].append(total / count)
    model.train()
    return history
