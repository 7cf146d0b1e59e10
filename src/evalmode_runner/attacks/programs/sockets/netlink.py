"""Makes a socket: netlink, the talk with the kernel about networks.

stopped-by: seccomp
needs: af_netlink
evidence: handle socket:16
leaks: an open socket is handed over
"""

import socket

from evalmode_runner.attacks.tools import hand_over

made = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)
hand_over(made.fileno())
