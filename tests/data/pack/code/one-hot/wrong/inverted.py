"""Inverts the rows.

verdict: wrong_answer
check: values
teaches: Your rows have zeros where the one belongs.
"""

import numpy as np


def one_hot(labels, classes):
    return 1.0 - np.eye(classes)[labels]
