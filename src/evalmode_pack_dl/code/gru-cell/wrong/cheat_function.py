"""Calls the function behind torch's cell under another name.

verdict: forbidden
check: bans
teaches: You call the function behind torch's GRU cell. Write out the gates and the blend.
"""

import torch

step = vars(torch)["gru_cell"]


def gru_cell(x, h, W_ih, W_hh, b_ih, b_hh):
    return step(x, h, W_ih, W_hh, b_ih, b_hh)
