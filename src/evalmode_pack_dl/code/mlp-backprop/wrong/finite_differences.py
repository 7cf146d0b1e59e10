"""Measures the gradients instead of deriving them.

verdict: wrong_answer
check: values
teaches: These gradients are measured by one-sided differences, good to about six digits and one forward pass per parameter;
  derive them by the chain rule and keep differences as a check.
"""

import numpy as np


def mlp_loss_and_grads(params, X, y):
    def loss_of(p):
        h = np.maximum(X @ p["W1"] + p["b1"], 0)
        z = h @ p["W2"] + p["b2"]
        z = z - z.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return -log_p[np.arange(len(y)), y].mean()

    loss, grads, step = loss_of(params), {}, 1e-6
    for name, value in params.items():
        grads[name] = np.zeros_like(value)
        for index in np.ndindex(value.shape):
            moved = value.copy()
            moved[index] += step
            grads[name][index] = (loss_of({**params, name: moved}) - loss) / step
    return loss, grads
