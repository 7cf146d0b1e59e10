"""Calls the operator behind torch's cell.

verdict: forbidden
check: bans
teaches: You call the operator behind torch's LSTM cell. Write out the gates and the update.
"""

import torch


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    step = getattr(torch.ops.aten, "_".join(["lstm", "cell"]))
    return step(x, list(state), W_ih, W_hh, b_ih, b_hh)
