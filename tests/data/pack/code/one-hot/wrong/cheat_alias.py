"""Imports the ready-made function under another name.

verdict: forbidden
check: bans
teaches: Build it yourself.
"""

import numpy as np


from numpy import eye as table


def one_hot(labels, classes):
    return table(classes)[labels]
