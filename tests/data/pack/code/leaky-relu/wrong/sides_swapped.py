"""Swaps the sides.

verdict: wrong_answer
check: values
teaches: The sides are exchanged: the slope belongs to what is negative.
"""

import numpy as np


def leaky_relu(x, slope=0.01):
    return np.where(x < 0, x, slope * x)
