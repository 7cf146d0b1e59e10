"""One-hot labels, from a comparison of each label with each class."""

import numpy as np


def one_hot(labels, classes):
    """labels (n,) of integers; float64 (n, classes)."""
    return (labels[:, None] == np.arange(classes)).astype(np.float64)  # (n, 1) against (classes,)
