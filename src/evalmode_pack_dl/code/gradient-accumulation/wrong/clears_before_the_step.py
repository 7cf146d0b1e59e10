"""Clears the gradients just before the step.

verdict: wrong_answer
check: equal-sizes, unequal-sizes
teaches: You clear the gradients after the loop and before the step, so the step has nothing to use.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / total
        loss.backward()
        result += loss.item()
    optimizer.zero_grad()
    optimizer.step()
    return result
