"""Reads from a program.

stopped-by: seccomp, rlimits, tree, landlock
evidence: tasks
leaks: more tasks than one are seen
"""

import os

print(os.popen("sleep 0.5").read())
