"""Becomes another program.

stopped-by: seccomp, tree, landlock, rlimits
evidence: renamed
leaks: another program runs under its process id
"""

import os

os.execv("/bin/sleep", ["sleep", "0.5"])
