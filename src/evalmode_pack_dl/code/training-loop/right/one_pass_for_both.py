"""One helper does both passes; whether it trains decides about mode, graph and update."""

import torch
from torch.nn.utils import clip_grad_norm_


def run(model, loader, loss_fn, learn=None):
    model.train(learn is not None)
    weighted, samples = torch.zeros((), dtype=torch.float64), 0
    with torch.set_grad_enabled(learn is not None):
        for x, y in loader:
            loss = loss_fn(model(x), y)
            if learn is not None:
                learn(loss)
            weighted += loss.detach().double() * x.shape[0]
            samples += x.shape[0]
    return (weighted / samples).item()


def fit(model, train_loader, val_loader, loss_fn, optimizer, scheduler=None, epochs=1, clip_norm=None):
    def learn(loss):
        for p in model.parameters():
            p.grad = None
        loss.backward()
        clip_norm is None or clip_grad_norm_([p for p in model.parameters()], max_norm=clip_norm)
        optimizer.step()
        scheduler is None or scheduler.step()

    pairs = []
    for _ in range(epochs):
        trained = run(model, train_loader, loss_fn, learn)
        pairs.append((trained, run(model, val_loader, loss_fn)))
    model.train()
    return {"train_loss": [a for a, _ in pairs], "val_loss": [b for _, b in pairs]}
