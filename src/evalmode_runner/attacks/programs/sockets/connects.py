"""Connects to a server on this machine.

stopped-by: seccomp, namespaces, landlock
evidence: called
leaks: somebody called a listener outside
"""

import socket

from evalmode_runner.attacks.tools import facts

socket.create_connection(("127.0.0.1", facts.tcp), timeout=1)
