"""Kills the process that it was forked from.

stopped-by: seccomp, namespaces, landlock, privileges
evidence: zygote
leaks: the zygote is dead
"""

import os
import signal
import time

if os.getppid() > 1:
    os.kill(os.getppid(), signal.SIGKILL)
time.sleep(0.5)
