"""Scales everything.

verdict: wrong_answer
check: values
teaches: You scale positives, too; they pass unchanged.
"""

import numpy as np


def leaky_relu(x, slope=0.01):
    return slope * x
