"""Computes without end.

stopped-by: rlimits
evidence: processor
leaks: it used more time than its limit
"""

import time

while time.process_time() < 1.8:
    pass
