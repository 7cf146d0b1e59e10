import numpy as np


def mlp_loss_and_grads(
    params: dict[str, np.ndarray], X: np.ndarray, y: np.ndarray
) -> tuple[float, dict[str, np.ndarray]]:
    """Loss of a two-layer ReLU network and its gradients.

    Args:
        params: W1 (d, h), b1 (h,), W2 (h, C), b2 (C,).
        X: (N, d), one example per row.
        y: (N,), the class of each example, 0 to C - 1.

    Returns:
        The mean softmax cross-entropy, and a dict with the gradient of each parameter under the parameter's key.
    """
    raise NotImplementedError
