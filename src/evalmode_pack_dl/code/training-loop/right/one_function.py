"""All in one function: inference mode, clipping by hand, gradients cleared after the step."""

import torch


def fit(model, train_loader, val_loader, loss_fn, optimizer, scheduler=None, epochs=1, clip_norm=None):
    out = dict(train_loss=[], val_loss=[])
    optimizer.zero_grad(set_to_none=True)
    for epoch in range(epochs):
        sizes, losses = [], []
        for x, y in iter(train_loader):
            model.train(True)
            loss = loss_fn(model(x), y)
            loss.backward()
            if clip_norm is not None:
                grads = [p.grad for p in model.parameters() if p.grad is not None]
                norm = torch.sqrt(sum((g**2).sum() for g in grads))
                if norm > clip_norm:
                    for g in grads:
                        g.mul_(clip_norm / norm)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            if scheduler:
                scheduler.step()
            sizes.append(x.size(0))
            losses.append(float(loss.detach()))
        out["train_loss"].append(sum(n * l for n, l in zip(sizes, losses)) / sum(sizes))
        model.train(False)
        with torch.inference_mode():
            pairs = [(x.shape[0], loss_fn(model(x), y).item()) for x, y in val_loader]
        model.train()
        out["val_loss"].append(sum(n * l for n, l in pairs) / sum(n for n, _ in pairs))
    return out
