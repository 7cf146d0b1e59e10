"""Trains on every micro-batch as if it were a batch.

verdict: wrong_answer
check: one-step, equal-sizes
teaches: You clear, propagate and step for every micro-batch. That is plain training with small batches;
  accumulate instead and step once.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    for x, y in micro_batches:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y)
        loss.backward()
        result += loss.item() * len(x) / total
        optimizer.step()
    return result
