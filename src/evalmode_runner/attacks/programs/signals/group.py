"""Kills a whole group.

stopped-by: seccomp, namespaces, landlock, privileges
evidence: victim
leaks: the other process has ended, or is stopped
"""

import os
import signal

from evalmode_runner.attacks.tools import facts

os.killpg(facts.victim, signal.SIGKILL)
