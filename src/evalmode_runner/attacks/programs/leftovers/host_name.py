"""Leaves a word as the name of the sandbox's machine.

stopped-by: seccomp, privileges
only-with: namespaces
evidence: next
leaks: what one child left, the next one reads
"""

import os
import socket

from evalmode_runner.attacks.tools import facts

if facts.phase == 1:
    socket.sethostname(facts.secret)
else:
    print(os.uname().nodename)
