"""Takes the first micro-batch's size for all.

verdict: wrong_answer
check: unequal-sizes
teaches: You weigh every micro-batch by the size of the first. Each has its own number of samples.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(micro_batches[0][0]) / total
        loss.backward()
        result += loss.item()
    optimizer.step()
    return result
