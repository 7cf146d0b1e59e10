"""Runs torch's GRU over a sequence of one step.

verdict: forbidden
check: bans
teaches: You run torch's GRU over a sequence of length one. Write out the gates and the blend.
"""

import torch


def gru_cell(x, h, W_ih, W_hh, b_ih, b_hh):
    weights = [W_ih, W_hh, b_ih, b_hh]
    _, last = torch._VF.gru(x.unsqueeze(0), h.unsqueeze(0), weights, True, 1, 0.0, False, False, False)
    return last[0]
