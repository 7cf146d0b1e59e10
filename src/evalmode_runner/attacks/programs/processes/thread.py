"""Starts a thread.

stopped-by: seccomp, rlimits
evidence: tasks
leaks: more tasks than one are seen
"""

import threading
import time

threading.Thread(target=time.sleep, args=(2.0,)).start()
