"""Forks, and its forks fork, six times over.

stopped-by: seccomp, rlimits
evidence: tasks
leaks: more tasks than one are seen
"""

import os
import time

for _ in range(6):
    os.fork()
time.sleep(0.8)
