"""Leaves a process behind.

stopped-by: seccomp, rlimits, namespaces
evidence: outlived
leaks: its output is still held by somebody after it was ended
"""

import os
import time

if os.fork() == 0:
    os.setsid()
    time.sleep(1.5)
time.sleep(0.1)
