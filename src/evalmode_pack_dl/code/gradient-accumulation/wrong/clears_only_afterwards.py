"""Clears the gradients after the step only.

verdict: wrong_answer
check: stale-gradients
teaches: You clear the gradients only after the step, so whatever was there before the call is added in. Clear
  them first.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / total
        loss.backward()
        result += loss.item()
    optimizer.step()
    optimizer.zero_grad()
    return result
