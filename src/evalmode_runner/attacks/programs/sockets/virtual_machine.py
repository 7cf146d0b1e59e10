"""Makes a socket: the talk between a virtual machine and its host.

stopped-by: seccomp
needs: af_vsock
evidence: handle socket:40
leaks: an open socket is handed over
"""

import socket

from evalmode_runner.attacks.tools import hand_over

made = socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM)
hand_over(made.fileno())
