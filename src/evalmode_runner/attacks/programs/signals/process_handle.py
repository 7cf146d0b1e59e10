"""Kills another process through a handle of it.

stopped-by: seccomp, namespaces, landlock, privileges
evidence: victim
leaks: the other process has ended, or is stopped
"""

from evalmode_runner.attacks.tools import call, facts, number

handle = call(number("pidfd_open"), facts.victim, 0)
call(number("pidfd_send_signal"), handle, 9, 0, 0)
