"""Divides by the share instead of multiplying.

verdict: wrong_answer
check: unequal-sizes
teaches: You divide by the share of the samples, so the smallest micro-batch counts most. Multiply by it.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) / (len(x) / total) / len(micro_batches) ** 2
        loss.backward()
        result += loss.item()
    optimizer.step()
    return result
