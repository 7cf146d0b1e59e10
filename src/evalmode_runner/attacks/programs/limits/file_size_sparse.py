"""Makes a large file without writing it.

stopped-by: rlimits
evidence: large-file
leaks: a larger file is handed over
"""

import os

from evalmode_runner.attacks.tools import hand_over

descriptor = os.open("sparse", os.O_RDWR | os.O_CREAT)
hand_over(descriptor)
os.ftruncate(descriptor, 100 * 2**20)
