"""Reserves room for a large file.

stopped-by: rlimits
evidence: large-file
leaks: a larger file is handed over
"""

import os

from evalmode_runner.attacks.tools import hand_over

descriptor = os.open("reserved", os.O_RDWR | os.O_CREAT)
hand_over(descriptor)
os.posix_fallocate(descriptor, 0, 3 * 2**20)
