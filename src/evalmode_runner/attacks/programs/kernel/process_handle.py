"""Gets a handle of a process.

stopped-by: seccomp
evidence: handle anon_inode:[pidfd]
leaks: an open handle is handed over
"""

import os

from evalmode_runner.attacks.tools import call, hand_over, number

hand_over(call(number("pidfd_open"), os.getpid(), 0))
