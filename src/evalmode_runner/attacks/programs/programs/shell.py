"""Runs a command in a shell.

stopped-by: seccomp, rlimits, tree, landlock
evidence: tasks
leaks: more tasks than one are seen
"""

import os

os.system("sleep 0.5")
