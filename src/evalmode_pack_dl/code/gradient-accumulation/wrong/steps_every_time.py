"""Steps after every micro-batch.

verdict: wrong_answer
check: one-step, equal-sizes
teaches: You step after every micro-batch, so later ones see a changed model. There is to be one step, after
  the last.
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
    return result
