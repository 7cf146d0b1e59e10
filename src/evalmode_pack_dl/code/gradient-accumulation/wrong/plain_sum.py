"""Does not scale the losses.

verdict: wrong_answer
check: equal-sizes, unequal-sizes
teaches: You add up the gradients of the means without scaling, so the gradient is about as many times too
  large as there are micro-batches.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    optimizer.zero_grad()
    for x, y in micro_batches:
        loss = loss_fn(model(x), y)
        loss.backward()
        result += loss.item()
    optimizer.step()
    return result
