"""Connects to a server on this machine over IPv6.

stopped-by: seccomp, namespaces, landlock
needs: ipv6
evidence: called
leaks: somebody called a listener outside
"""

import socket

from evalmode_runner.attacks.tools import facts

socket.create_connection(("::1", facts.tcp6), timeout=1)
