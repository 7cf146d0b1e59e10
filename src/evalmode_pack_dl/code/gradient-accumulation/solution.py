"""One training step over several micro-batches, equal to a step on one big batch."""

import torch
from torch import nn


def train_step(model, optimizer, micro_batches, loss_fn) -> float:
    """Make one optimizer step with the gradient of the mean loss over all the micro-batches.

    Returns:
        The mean loss over all samples, before the step.
    """
    samples = sum(len(x) for x, _ in micro_batches)
    mean_loss = 0.0
    optimizer.zero_grad()
    for x, y in micro_batches:
        share = len(x) / samples
        loss = loss_fn(model(x), y) * share
        loss.backward()  # adds to the gradients, and frees this micro-batch's graph
        mean_loss += loss.item()
    optimizer.step()
    return mean_loss
