"""Imports PyTorch under an assembled name.

verdict: forbidden
check: bans
teaches: This has PyTorch's autograd compute the gradients; here you derive them by hand, with NumPy alone.
"""

import numpy as np


def mlp_loss_and_grads(params, X, y):
    torch = __import__("".join(["to", "rch"]))
    leaves = {k: torch.tensor(np.array(v), requires_grad=True) for k, v in params.items()}
    h = (torch.tensor(np.array(X)) @ leaves["W1"] + leaves["b1"]).relu()
    z = h @ leaves["W2"] + leaves["b2"]
    loss = (z.logsumexp(1) - z[torch.arange(len(y)), torch.tensor(np.array(y))]).mean()
    loss.backward()
    return loss.item(), {k: v.grad.numpy() for k, v in leaves.items()}
