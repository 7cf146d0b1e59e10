"""Makes a file that is nowhere and counts for no limit.

stopped-by: seccomp
evidence: handle /memfd:
leaks: an open handle is handed over
"""

import os

from evalmode_runner.attacks.tools import hand_over

hand_over(os.memfd_create("hidden"))
