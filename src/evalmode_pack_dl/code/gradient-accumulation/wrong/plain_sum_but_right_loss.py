"""Scales the returned loss but not the gradients.

verdict: wrong_answer
check: equal-sizes, unequal-sizes
teaches: The loss you return is right, but the loss you propagate is not scaled, so the gradient is too large.
  Scale before backward.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y)
        loss.backward()
        result += loss.item() * len(x) / total
    optimizer.step()
    return result
