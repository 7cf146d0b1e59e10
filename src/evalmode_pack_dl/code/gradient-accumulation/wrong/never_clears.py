"""Never clears the gradients.

verdict: wrong_answer
check: stale-gradients, several-steps
teaches: You never clear the gradients, so each step also uses those of all the steps before.
"""


def train_step(model, optimizer, micro_batches, loss_fn):
    total = sum(len(x) for x, _ in micro_batches)
    result = 0.0
    for x, y in micro_batches:
        loss = loss_fn(model(x), y) * len(x) / total
        loss.backward()
        result += loss.item()
    optimizer.step()
    return result
