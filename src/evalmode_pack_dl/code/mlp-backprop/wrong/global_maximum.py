"""Subtracts one maximum for the whole batch.

verdict: wrong_answer
check: rows-far-apart
teaches: You subtract one maximum for the whole batch; the exponentials of an example that lies far below it all vanish. Every row
  needs its own.
"""

import numpy as np


def mlp_loss_and_grads(params, X, y):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = X.shape[0]
    a = X @ W1 + b1
    h = np.maximum(a, 0)
    z = h @ W2 + b2
    z = z - z.max()
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
    return loss, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
