"""Raises its own limit as only root may and computes without end.

stopped-by: privileges
needs: raise_limits
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
