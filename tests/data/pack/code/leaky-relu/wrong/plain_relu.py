"""Makes negatives zero.

verdict: wrong_answer
check: values
teaches: You cut negatives off; a leaky unit keeps a fraction of them.
"""

import numpy as np


def leaky_relu(x, slope=0.01):
    return np.maximum(x, 0)
