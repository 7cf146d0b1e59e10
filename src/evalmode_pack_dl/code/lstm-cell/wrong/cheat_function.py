"""Calls the function behind torch's cell under another name.

verdict: forbidden
check: bans
teaches: You call the function behind torch's LSTM cell. Write out the gates and the update.
"""

from torch import lstm_cell as step


def lstm_cell(x, state, W_ih, W_hh, b_ih, b_hh):
    return step(x, state, W_ih, W_hh, b_ih, b_hh)
