"""Takes the gates in the order i, f, o, g.

verdict: wrong_answer
check: values
teaches: You read the blocks as i, f, o, g. The layout here is PyTorch's, i, f, g, o, so your candidate and output
  gate are exchanged.
"""

import torch


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    h, c = state
    gates = x @ W_ih.T + b_ih + h @ W_hh.T + b_hh
    i, f, o, g = gates.chunk(4, dim=1)
    i, f, o = torch.sigmoid(i), torch.sigmoid(f), torch.sigmoid(o)
    g = torch.tanh(g)
    c_new = f * c + i * g
    h_new = o * torch.tanh(c_new)
    return h_new, c_new
