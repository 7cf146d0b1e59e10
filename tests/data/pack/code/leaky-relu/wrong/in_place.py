"""Changes its input.

verdict: wrong_answer
check: inputs
teaches: You write into the input; the caller still needs it.
"""

import numpy as np


def leaky_relu(x, slope=0.01):
    x[x < 0] *= slope
    return x
