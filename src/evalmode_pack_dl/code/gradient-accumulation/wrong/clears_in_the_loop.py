"""Clears the gradients for every micro-batch.

verdict: wrong_answer
check: equal-sizes, unequal-sizes
teaches: Only the last micro-batch's gradient reaches your step. Clear the gradients once, before the first
  micro-batch, and run backward for every one.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    for x, y in micro_batches:
        optimizer.zero_grad()
        loss = loss_fn(model(x), y) * len(x) / total
        loss.backward()
        result += loss.item()
    optimizer.step()
    return result
