"""Starts threads with the module for it.

stopped-by: seccomp, rlimits
evidence: tasks
leaks: more tasks than one are seen
"""

import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(4) as pool:
    list(pool.map(time.sleep, [2.0] * 4))
