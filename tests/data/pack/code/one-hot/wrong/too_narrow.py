"""Takes the largest label for the number of classes.

verdict: wrong_answer
check: values
teaches: The number of classes is an argument; a batch need not hold the last class.
"""

import numpy as np


def one_hot(labels, classes):
    return np.eye(labels.max() + 1)[labels]
