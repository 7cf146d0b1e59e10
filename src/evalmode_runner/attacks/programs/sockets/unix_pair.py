"""Makes a pair of connected sockets.

stopped-by: seccomp
evidence: handle socket:1
leaks: an open socket is handed over
"""

import socket

from evalmode_runner.attacks.tools import hand_over

first, second = socket.socketpair()
hand_over(first.fileno())
