"""Gives itself priority over all others.

stopped-by: seccomp, privileges
needs: root
evidence: priority
leaks: its priority is higher
"""

import os
import time

os.setpriority(os.PRIO_PROCESS, 0, -10)
time.sleep(0.4)
