"""Kills another process by the call that came before that one.

stopped-by: seccomp, namespaces, landlock, privileges
evidence: victim
leaks: the other process has ended, or is stopped
"""

from evalmode_runner.attacks.tools import call, facts, number

call(number("tkill"), facts.victim, 9)
