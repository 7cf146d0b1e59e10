"""Forks twice and leaves its session, as daemons do.

stopped-by: seccomp, rlimits, namespaces
evidence: outlived
leaks: its output is still held by somebody after it was ended
"""

import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(1.5)
    os._exit(0)
time.sleep(0.1)
