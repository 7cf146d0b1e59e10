"""Goes on running itself, so that its end must end its orphan too.

stopped-by: seccomp, rlimits, namespaces
evidence: outlived
leaks: its output is still held by somebody after it was ended
"""

import os
import time

if os.fork() == 0:
    os.setsid()
    time.sleep(4.5)
    os._exit(0)
time.sleep(4)
