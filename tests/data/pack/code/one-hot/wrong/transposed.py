"""Returns columns.

verdict: wrong_answer
check: values
teaches: Samples go down the rows, classes along the columns.
"""

import numpy as np


def one_hot(labels, classes):
    return np.eye(classes)[labels].T
