"""Opens many files at once.

stopped-by: rlimits
evidence: handles
leaks: more open files than the limit are handed over
"""

import os

from evalmode_runner.attacks.tools import hand_over

many = [os.open("/dev/null", os.O_RDONLY) for _ in range(150)]
hand_over(*many)
