"""Makes a sum over the samples.

verdict: wrong_answer
check: equal-sizes, unequal-sizes
teaches: You weigh each mean by its number of samples but never divide by the number of all samples: that is
  the gradient of a sum, not of a mean.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x)
        loss.backward()
        result += loss.item()
    optimizer.step()
    return result
