"""Leaves a process behind that hears no signal.

stopped-by: seccomp, rlimits, namespaces
evidence: outlived
leaks: its output is still held by somebody after it was ended
"""

import os
import signal
import time

if os.fork() == 0:
    os.setsid()
    for number in range(1, 32):
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    time.sleep(1.5)
    os._exit(0)
time.sleep(0.1)
