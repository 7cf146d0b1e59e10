"""Calls the operator behind torch's cell.

verdict: forbidden
check: bans
teaches: You call the operator behind torch's GRU cell. Write out the gates and the blend.
"""

import torch


def gru_cell(x, h, W_ih, W_hh, b_ih, b_hh):
    step = getattr(torch.ops.aten, "gru" + "_cell")
    return step(x, h, W_ih, W_hh, b_ih, b_hh)
