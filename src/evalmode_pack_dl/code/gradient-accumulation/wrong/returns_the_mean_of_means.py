"""Steps rightly but returns the mean of the means.

verdict: wrong_answer
check: unequal-sizes
teaches: Your step is right, but you return the plain mean of the micro-batches' means. Weigh them by their
  numbers of samples there too.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y)
        (loss * len(x) / total).backward()
        result += loss.item() / len(micro_batches)
    optimizer.step()
    return result
