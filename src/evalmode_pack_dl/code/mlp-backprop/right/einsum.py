import numpy as np


def mlp_loss_and_grads(params, X, y):
    """Named indices: n examples, i inputs, j hidden units, c classes."""
    n_examples = X.shape[0]
    gate = np.heaviside(np.einsum("ni,ij->nj", X, params["W1"]) + params["b1"], 0).astype(X.dtype)
    hidden = gate * (np.einsum("ni,ij->nj", X, params["W1"]) + params["b1"])
    logits = np.einsum("nj,jc->nc", hidden, params["W2"]) + params["b2"]
    one_hot = np.eye(logits.shape[1], dtype=logits.dtype)[y]
    log_p = logits - np.logaddexp.reduce(logits, axis=1)[:, None]
    delta = (np.exp(log_p) - one_hot) / n_examples
    back = np.einsum("nc,jc,nj->nj", delta, params["W2"], gate)
    loss = -np.sum(np.where(one_hot > 0, log_p, 0)) / n_examples
    return loss, {
        "W2": np.einsum("nj,nc->jc", hidden, delta),
        "b2": np.einsum("nc->c", delta),
        "W1": np.einsum("ni,nj->ij", X, back),
        "b1": np.einsum("nj->j", back),
    }
