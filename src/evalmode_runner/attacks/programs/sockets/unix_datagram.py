"""Makes a socket: a local one for datagrams.

stopped-by: seccomp
evidence: handle socket:1
leaks: an open socket is handed over
"""

import socket

from evalmode_runner.attacks.tools import hand_over

made = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
hand_over(made.fileno())
