"""Ignores the argument.

verdict: wrong_answer
check: values
teaches: Your slope is fixed; the argument decides it.
"""

import numpy as np


def leaky_relu(x, slope=0.01):
    return np.where(x < 0, 0.01 * x, x)
