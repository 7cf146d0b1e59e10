"""Raises its own limit and computes without end.

stopped-by: rlimits
evidence: processor
leaks: it used more time than its limit
"""

import resource
import time

try:
    resource.setrlimit(resource.RLIMIT_CPU, (100, 100))
except (OSError, ValueError) as error:
    print(error)
while time.process_time() < 1.8:
    pass
