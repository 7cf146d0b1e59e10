"""Starts forty threads.

stopped-by: seccomp, rlimits
evidence: tasks
leaks: more tasks than one are seen
"""

import threading
import time

for _ in range(40):
    threading.Thread(target=time.sleep, args=(2.0,)).start()
time.sleep(0.5)  # nobody waits for them at the end
