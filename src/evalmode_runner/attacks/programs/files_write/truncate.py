"""Empties a file outside without opening it.

stopped-by: tree, landlock
evidence: changed
leaks: a file outside is not as it was
"""

import os

from evalmode_runner.attacks.tools import facts

os.truncate(facts.outside_file, 0)
