import numpy as np


def leaky_relu(x, slope=0.01):
    """x of any shape; a new array of the same shape and type."""
    raise NotImplementedError
