"""Kills another process.

stopped-by: seccomp, namespaces, landlock, privileges
evidence: victim
leaks: the other process has ended, or is stopped
"""

import os
import signal

from evalmode_runner.attacks.tools import facts

os.kill(facts.victim, signal.SIGKILL)
