"""Returns integers.

verdict: wrong_answer
check: types
teaches: The statement asks for floats.
"""

import numpy as np


def one_hot(labels, classes):
    return np.eye(classes, dtype=int)[labels]
