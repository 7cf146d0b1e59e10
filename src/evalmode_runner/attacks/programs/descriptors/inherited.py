"""Reads an open file of the parent by its number.

stopped-by: descriptors
evidence: secret
leaks: what an inherited file holds arrives
"""

import os

from evalmode_runner.attacks.tools import facts

print(os.pread(facts.inherited, 1000, 0))
