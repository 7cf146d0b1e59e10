"""Starts a thread.

stopped-by: seccomp, rlimits
evidence: tasks
leaks: more tasks than one are seen
"""

import threading
import time

threading.Thread(target=time.sleep, args=(2.0,)).start()
time.sleep(0.5)  # nobody waits for it at the end
