"""Makes a socket: UDP.

stopped-by: seccomp
evidence: handle socket:2
leaks: an open socket is handed over
"""

import socket

from evalmode_runner.attacks.tools import hand_over

made = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
hand_over(made.fileno())
