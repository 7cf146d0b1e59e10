"""Deletes a file outside.

stopped-by: tree, landlock
evidence: changed
leaks: a file outside is not as it was
"""

import os

from evalmode_runner.attacks.tools import facts

os.unlink(facts.outside_file)
