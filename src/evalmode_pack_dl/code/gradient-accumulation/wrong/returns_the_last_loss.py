"""Returns the last micro-batch's loss.

verdict: wrong_answer
check: equal-sizes, unequal-sizes
teaches: You return the loss of the last micro-batch. The mean over all samples is asked for.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y)
        (loss * len(x) / total).backward()
        result = loss.item()
    optimizer.step()
    return result
