"""Makes a socket: the kernel's cryptography.

stopped-by: seccomp
needs: af_alg
evidence: handle socket:38
leaks: an open socket is handed over
"""

import socket

from evalmode_runner.attacks.tools import hand_over

made = socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET)
hand_over(made.fileno())
