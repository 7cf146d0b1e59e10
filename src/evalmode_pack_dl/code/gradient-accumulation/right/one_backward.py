"""One weighted sum of losses and one backward: dear in memory, right in value."""


def train_step(model, optimizer, micro_batches, loss_fn):
    n = sum([x.shape[0] for x, y in micro_batches])
    loss = sum(loss_fn(model(x), y) * (x.shape[0] / n) for x, y in micro_batches)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.item()
