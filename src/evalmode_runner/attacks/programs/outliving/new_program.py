"""Leaves a program behind.

stopped-by: seccomp, rlimits, namespaces, tree, landlock
evidence: outlived
leaks: its output is still held by somebody after it was ended
"""

import subprocess

subprocess.Popen(["/bin/sleep", "1.5"], start_new_session=True)
