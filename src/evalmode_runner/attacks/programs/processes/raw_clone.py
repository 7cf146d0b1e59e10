"""Forks by a system call's number.

stopped-by: seccomp, rlimits
evidence: tasks
leaks: more tasks than one are seen
"""

import time

from evalmode_runner.attacks.tools import call, number

call(number("clone"), 17, 0, 0, 0, 0)
time.sleep(0.5)
