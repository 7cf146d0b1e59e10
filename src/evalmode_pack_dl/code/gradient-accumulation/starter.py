"""One training step over several micro-batches."""

import torch
from torch import nn


def train_step(model, optimizer, micro_batches, loss_fn) -> float:
    """Make one optimizer step with the gradient of the mean loss over all the micro-batches.

    Args:
        model: The model; model(x) gives predictions.
        optimizer: An optimizer over its parameters.
        micro_batches: List of pairs (x, y), x of shape (n_i, ...), with different n_i.
        loss_fn: loss_fn(predictions, y) is the mean over its batch.

    Returns:
        The mean loss over all samples, before the step.
    """
    raise NotImplementedError
