"""Sends a datagram to a server on this machine.

stopped-by: seccomp, namespaces
evidence: called
leaks: somebody called a listener outside
"""

import socket

from evalmode_runner.attacks.tools import facts

socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"hello", ("127.0.0.1", facts.udp))
