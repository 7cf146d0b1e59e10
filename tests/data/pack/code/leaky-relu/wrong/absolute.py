"""Takes the absolute value.

verdict: wrong_answer
check: values
teaches: What is negative stays negative, only smaller.
"""

import numpy as np


def leaky_relu(x, slope=0.01):
    return np.where(x < 0, -slope * x, x)
