"""Connects to a local server by its path.

stopped-by: seccomp, tree
evidence: called
leaks: somebody called a listener outside
"""

import socket

from evalmode_runner.attacks.tools import facts

socket.socket(socket.AF_UNIX).connect(facts.unix_path)
