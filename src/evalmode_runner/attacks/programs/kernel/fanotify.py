"""Watches whole disks.

stopped-by: seccomp
evidence: handle anon_inode:[fanotify]
leaks: an open handle is handed over
"""

from evalmode_runner.attacks.tools import call, hand_over, number

hand_over(call(number("fanotify_init"), 0x200, 0))
