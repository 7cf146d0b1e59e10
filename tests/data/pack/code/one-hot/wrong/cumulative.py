"""Marks every class up to the label.

verdict: wrong_answer
check: values
teaches: Only the label itself is marked.
"""

import numpy as np


def one_hot(labels, classes):
    return np.tri(classes)[labels]
