"""Divides each loss by the number of micro-batches.

verdict: wrong_answer
check: unequal-sizes
teaches: You divide each loss by the number of micro-batches, which is right only when they all have one size.
  Weigh each by its share of the samples.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) / len(micro_batches)
        loss.backward()
        result += loss.item()
    optimizer.step()
    return result
