"""Makes a socket that hears every packet.

stopped-by: seccomp, privileges
needs: af_packet, root
evidence: handle socket:17
leaks: an open socket is handed over
"""

import socket

from evalmode_runner.attacks.tools import hand_over

made = socket.socket(socket.AF_PACKET, socket.SOCK_RAW)
hand_over(made.fileno())
