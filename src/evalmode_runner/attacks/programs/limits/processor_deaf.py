"""Computes without end and hears no signal.

stopped-by: rlimits
evidence: processor
leaks: it used more time than its limit
"""

import signal
import time

for number in (signal.SIGXCPU, signal.SIGTERM, signal.SIGALRM, signal.SIGPROF):
    signal.signal(number, signal.SIG_IGN)
while time.process_time() < 1.8:
    pass
