"""Spawns a program.

stopped-by: seccomp, rlimits, tree, landlock
evidence: tasks
leaks: more tasks than one are seen
"""

import os

os.waitpid(os.posix_spawn("/bin/sleep", ["sleep", "0.5"], {}), 0)
