"""Returns the Gini coefficient.

verdict: wrong_answer
check: values
teaches: This is the Gini coefficient, 2 AUC - 1; asked for is the area itself.
"""

import torch


def roc_auc(scores, y):
    positives, negatives = scores[y == 1].contiguous(), scores[y == 0].sort().values
    below = torch.searchsorted(negatives, positives, right=False).sum().item()
    up_to = torch.searchsorted(negatives, positives, right=True).sum().item()
    pairs = len(positives) * len(negatives)
    if pairs == 0:
        return float("nan")
    return (below + up_to) / pairs - 1
