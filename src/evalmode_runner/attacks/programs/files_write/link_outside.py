"""Leaves a link outside for somebody to stumble over.

stopped-by: tree, landlock
evidence: changed
leaks: a file outside is not as it was
"""

import os

from evalmode_runner.attacks.tools import facts

os.symlink("/etc/passwd", facts.outside + "/link")
