"""Runs a program with the module for it.

stopped-by: seccomp, rlimits, tree, landlock
evidence: tasks
leaks: more tasks than one are seen
"""

import subprocess

subprocess.run(["/bin/sleep", "0.5"])
