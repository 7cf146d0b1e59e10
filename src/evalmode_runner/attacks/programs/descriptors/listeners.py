"""Answers those who call the parent.

stopped-by: descriptors
evidence: handle socket:1
leaks: a socket of the parent is handed over
"""

import os
import stat

from evalmode_runner.attacks.tools import channel, hand_over

for descriptor in range(3, 300):
    try:
        if stat.S_ISSOCK(os.fstat(descriptor).st_mode) and descriptor != channel.fileno():
            hand_over(descriptor)
    except OSError:
        continue
