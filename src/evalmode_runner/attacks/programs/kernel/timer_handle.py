"""Makes a timer that outlives a call.

stopped-by: seccomp
evidence: handle anon_inode:[timerfd]
leaks: an open handle is handed over
"""

from evalmode_runner.attacks.tools import call, hand_over, number

hand_over(call(number("timerfd_create"), 1, 0))
