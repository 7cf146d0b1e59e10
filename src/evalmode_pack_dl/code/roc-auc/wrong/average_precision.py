"""Returns the area under the precision-recall curve.

verdict: wrong_answer
check: values
teaches: This is average precision, the area under the precision-recall curve; asked for is that of the ROC curve.
"""

import torch


def roc_auc(scores, y):
    hits = y[scores.argsort(descending=True)].double()
    if hits.sum() in (0, len(hits)):
        return float("nan")
    precision = hits.cumsum(0) / torch.arange(1, len(hits) + 1)
    return ((precision * hits).sum() / hits.sum()).item()
