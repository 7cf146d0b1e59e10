"""Counts classes from 1.

verdict: wrong_answer
check: values
teaches: Labels count from 0.
"""

import numpy as np


def one_hot(labels, classes):
    return np.eye(classes)[labels - 1]
