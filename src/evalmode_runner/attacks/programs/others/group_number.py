"""Asks for another process's group.

stopped-by: namespaces
evidence: secret
leaks: the number arrives
"""

import os

from evalmode_runner.attacks.tools import facts

print(f"group={os.getpgid(facts.member)} of {facts.member}")
