"""Reads the cell without tanh.

verdict: wrong_answer
check: values
teaches: You multiply the output gate with the bare cell state. The hidden state is the output gate times tanh of
  the cell.
"""

import torch


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    h, c = state
    gates = x @ W_ih.T + b_ih + h @ W_hh.T + b_hh
    i, f, g, o = gates.chunk(4, dim=1)
    i, f, o = torch.sigmoid(i), torch.sigmoid(f), torch.sigmoid(o)
    g = torch.tanh(g)
    c_new = f * c + i * g
    h_new = o * c_new
    return h_new, c_new
