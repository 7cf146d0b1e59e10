"""Writes the label.

verdict: wrong_answer
check: values
teaches: The row holds a one and not the label.
"""

import numpy as np


def one_hot(labels, classes):
    return np.eye(classes)[labels] * labels[:, None]
