"""Slows another process down.

stopped-by: seccomp, namespaces, privileges
evidence: victim
leaks: the other's priority is lower
"""

import os

from evalmode_runner.attacks.tools import facts

os.setpriority(os.PRIO_PROCESS, facts.victim, 15)
