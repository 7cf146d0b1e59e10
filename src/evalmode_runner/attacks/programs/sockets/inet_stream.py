"""Makes a socket: TCP.

stopped-by: seccomp
evidence: handle socket:2
leaks: an open socket is handed over
"""

import socket

from evalmode_runner.attacks.tools import hand_over

made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
hand_over(made.fileno())
