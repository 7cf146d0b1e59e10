"""Returns a tensor.

verdict: wrong_answer
check: a-plain-float
teaches: You return a tensor, which here keeps graphs alive. Return a Python float.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / total
        loss.backward()
        result = result + loss
    optimizer.step()
    return result
