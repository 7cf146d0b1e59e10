"""Walks down from the outermost folder it can see.

stopped-by: tree, landlock
evidence: secret
leaks: a secret name arrives
"""

import os

from evalmode_runner.attacks.tools import facts

for _, _, names in os.walk(os.path.dirname(facts.listed)):
    print(names)
