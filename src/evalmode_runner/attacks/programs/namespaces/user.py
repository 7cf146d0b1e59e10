"""Becomes all-powerful in a user namespace of its own.

stopped-by: seccomp
needs: user_namespaces
evidence: capabilities
leaks: it has capabilities it had not
"""

import time

from evalmode_runner.attacks.tools import call, number

call(number("unshare"), 0x10000000)
time.sleep(0.4)
