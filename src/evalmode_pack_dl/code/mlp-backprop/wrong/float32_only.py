"""Computes in float32.

verdict: wrong_answer
check: values
teaches: You compute in float32, so float64 parameters get gradients with seven digits; compute in the dtype of the parameters.
"""

import numpy as np


def mlp_loss_and_grads(params, X, y):
    W1, b1, W2, b2 = (params[k].astype(np.float32) for k in ("W1", "b1", "W2", "b2"))
    N = X.shape[0]
    a = X.astype(np.float32) @ W1 + b1
    h = np.maximum(a, 0)
    z = h @ W2 + b2
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -log_p[np.arange(N), y].mean()

    dz = np.exp(log_p)
    dz[np.arange(N), y] -= 1
    dz /= N
    dW2 = h.T @ dz
    db2 = dz.sum(axis=0)
    dh = dz @ W2.T
    da = dh * (a > 0)
    dW1 = X.T @ da
    db1 = da.sum(axis=0)
    return loss, {k: g.astype(params[k].dtype) for k, g in (("W1", dW1), ("b1", db1), ("W2", dW2), ("b2", db2))}
