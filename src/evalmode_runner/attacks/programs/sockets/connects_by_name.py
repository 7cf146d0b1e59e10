"""Connects to a local server that has a name but no path.

stopped-by: seccomp, namespaces, landlock
evidence: called
leaks: somebody called a listener outside
"""

import socket

from evalmode_runner.attacks.tools import facts

socket.socket(socket.AF_UNIX).connect(facts.abstract.replace("@", "\0"))
