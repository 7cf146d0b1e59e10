"""Measures the loss again after the step.

verdict: wrong_answer
check: each-piece-once
teaches: You run the model again after the step to measure the loss. Return the loss that the gradient belongs
  to; each micro-batch goes through the model once.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / total
        loss.backward()
        result += loss.item()
    optimizer.step()
    return sum(loss_fn(model(x), y).item() * len(x) / total for x, y in micro_batches)
