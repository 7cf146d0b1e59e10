"""Runs torch's LSTM over a sequence of one step.

verdict: forbidden
check: bans
teaches: You run torch's LSTM over a sequence of length one. Write out the gates and the update.
"""

import torch


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    h, c = (s.unsqueeze(0) for s in state)
    weights = [W_ih, W_hh, b_ih, b_hh]
    _, h, c = torch._VF.lstm(x.unsqueeze(0), (h, c), weights, True, 1, 0.0, False, False, False)
    return h[0], c[0]
