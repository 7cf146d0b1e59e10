"""Reads where a link points to.

stopped-by: tree
evidence: secret
leaks: the link's secret target arrives
"""

import os

from evalmode_runner.attacks.tools import facts

print(os.readlink(facts.link))
