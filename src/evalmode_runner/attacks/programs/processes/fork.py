"""Forks.

stopped-by: seccomp, rlimits
evidence: tasks
leaks: more tasks than one are seen
"""

import os
import time

os.fork()
time.sleep(0.5)
