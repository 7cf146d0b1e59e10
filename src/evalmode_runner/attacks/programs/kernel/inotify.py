"""Watches files.

stopped-by: seccomp
evidence: handle anon_inode:inotify
leaks: an open handle is handed over
"""

from evalmode_runner.attacks.tools import call, hand_over, number

hand_over(call(number("inotify_init1"), 0))
