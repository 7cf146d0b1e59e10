"""Forks with a terminal of its own.

stopped-by: seccomp, rlimits
evidence: tasks
leaks: more tasks than one are seen
"""

import os
import pty
import time

try:
    pty.fork()
except OSError:
    os.fork()
time.sleep(0.5)
