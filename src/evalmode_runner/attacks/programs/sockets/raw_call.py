"""Makes a socket with a system call by its number.

stopped-by: seccomp
evidence: handle socket:1
leaks: an open socket is handed over
"""

from evalmode_runner.attacks.tools import call, hand_over, number

hand_over(call(number("socket"), 1, 1, 0))
