"""Kills another process by one of its threads.

stopped-by: seccomp, namespaces, landlock, privileges
evidence: victim
leaks: the other process has ended, or is stopped
"""

from evalmode_runner.attacks.tools import call, facts, number

call(number("tgkill"), facts.victim, facts.victim, 9)
