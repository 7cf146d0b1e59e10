"""Has a row for each class.

verdict: wrong_answer
check: values
teaches: There is one row for each label.
"""

import numpy as np


def one_hot(labels, classes):
    return np.eye(classes)
