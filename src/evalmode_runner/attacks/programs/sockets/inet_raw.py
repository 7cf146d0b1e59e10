"""Makes a socket for raw IP packets.

stopped-by: seccomp, privileges
needs: root
evidence: handle socket:2
leaks: an open socket is handed over
"""

import socket

from evalmode_runner.attacks.tools import hand_over

made = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
hand_over(made.fileno())
