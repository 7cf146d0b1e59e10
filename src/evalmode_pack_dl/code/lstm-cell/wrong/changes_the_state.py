"""Updates the cell state in place.

verdict: wrong_answer
check: inputs-untouched
teaches: You update the cell in place, so the state that the caller handed in changes. Make a new tensor.
"""

import torch


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    h, c = state
    gates = x @ W_ih.T + b_ih + h @ W_hh.T + b_hh
    i, f, g, o = gates.chunk(4, dim=1)
    new = torch.sigmoid(f) * c.clone() + torch.sigmoid(i) * torch.tanh(g)
    with torch.no_grad():
        c.copy_(new)
    return torch.sigmoid(o) * torch.tanh(new), new
