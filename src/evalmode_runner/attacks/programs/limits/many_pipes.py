"""Makes many pipes.

stopped-by: rlimits
evidence: handles
leaks: more open files than the limit are handed over
"""

import os

from evalmode_runner.attacks.tools import hand_over

many = [end for _ in range(60) for end in os.pipe()]
hand_over(*many)
