import numpy as np


def one_hot(labels, classes):
    """labels (n,) of integers; float64 (n, classes)."""
    raise NotImplementedError
