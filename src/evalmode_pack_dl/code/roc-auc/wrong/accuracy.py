"""Returns the accuracy at one half.

verdict: wrong_answer
check: values
teaches: This is the accuracy at a threshold of one half; the area does not depend on any threshold.
"""


def roc_auc(scores, y):
    if y.min() == y.max():
        return float("nan")
    return ((scores > 0.5).long() == y).double().mean().item()
