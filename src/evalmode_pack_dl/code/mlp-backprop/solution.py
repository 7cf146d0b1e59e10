import numpy as np


def mlp_loss_and_grads(
    params: dict[str, np.ndarray], X: np.ndarray, y: np.ndarray
) -> tuple[float, dict[str, np.ndarray]]:
    """Mean softmax cross-entropy of relu(X W1 + b1) W2 + b2, and its gradients."""
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    examples = np.arange(len(X))

    a = X @ W1 + b1  # (N, d) @ (d, h) -> (N, h)
    h = np.maximum(a, 0)
    z = h @ W2 + b2  # (N, h) @ (h, C) -> (N, C)
    z = z - z.max(axis=1, keepdims=True)  # changes nothing, and exp cannot overflow
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -log_p[examples, y].mean()  # (N,) -> ()

    dz = np.exp(log_p)  # (N, C): probabilities ...
    dz[examples, y] -= 1  # ... minus one-hot targets
    dz /= len(X)  # the loss is a mean
    dh = dz @ W2.T  # (N, C) @ (C, h) -> (N, h)
    da = dh * (a > 0)  # only units that were on in the forward pass
    grads = {
        "W1": X.T @ da,  # (d, N) @ (N, h) -> (d, h)
        "b1": da.sum(axis=0),
        "W2": h.T @ dz,  # (h, N) @ (N, C) -> (h, C)
        "b2": dz.sum(axis=0),
    }
    return float(loss), grads
