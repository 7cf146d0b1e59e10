"""Imports another library at run time.

verdict: forbidden
check: bans
teaches: However it is imported, another library computes the area for you; here you write it yourself.
"""


def roc_auc(scores, y):
    metrics = __import__(".".join(["sklearn", "metrics"]), fromlist=["roc_auc_score"])
    return float(metrics.roc_auc_score(y.numpy(), scores.numpy()))
