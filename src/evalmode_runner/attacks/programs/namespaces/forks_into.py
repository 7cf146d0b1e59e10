"""Forks into a user namespace.

stopped-by: seccomp, rlimits
needs: user_namespaces
evidence: tasks
leaks: more tasks than one are seen
"""

import time

from evalmode_runner.attacks.tools import call, number

call(number("clone"), 0x10000011, 0, 0, 0, 0)
time.sleep(0.5)
