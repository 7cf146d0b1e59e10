"""Has another library do it.

verdict: forbidden
check: bans
teaches: Another library computes the area for you; here you write it yourself.
"""

from sklearn.metrics import roc_auc_score


def roc_auc(scores, y):
    return float(roc_auc_score(y.numpy(), scores.numpy()))
