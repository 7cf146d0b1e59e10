"""Gets a handle that halts the kernel where exploits want it to.

stopped-by: seccomp
evidence: handle anon_inode:[userfaultfd]
leaks: an open handle is handed over
"""

from evalmode_runner.attacks.tools import call, hand_over, number

hand_over(call(number("userfaultfd"), 1))
