"""Returns another type.

verdict: wrong_answer
check: types
teaches: The result has the input's type; yours is always float32.
"""

import numpy as np


def leaky_relu(x, slope=0.01):
    return np.where(x < 0, slope * x, x).astype(np.float32)
