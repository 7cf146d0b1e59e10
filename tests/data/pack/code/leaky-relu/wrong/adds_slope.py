"""Adds the slope.

verdict: wrong_answer
check: values
teaches: The slope multiplies; you add it.
"""

import numpy as np


def leaky_relu(x, slope=0.01):
    return np.where(x < 0, x + slope, x)
