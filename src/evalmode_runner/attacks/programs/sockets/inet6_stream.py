"""Makes a socket: TCP over IPv6.

stopped-by: seccomp
evidence: handle socket:10
leaks: an open socket is handed over
"""

import socket

from evalmode_runner.attacks.tools import hand_over

made = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
hand_over(made.fileno())
