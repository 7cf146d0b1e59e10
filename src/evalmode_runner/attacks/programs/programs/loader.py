"""Has the dynamic loader start another program.

stopped-by: seccomp, tree, landlock, rlimits
evidence: renamed
leaks: another program runs under its process id
"""

import glob
import os

loader = [*glob.glob("/lib64/ld-linux-*.so.*"), *glob.glob("/lib/ld-linux-*.so.*")][0]
os.execv(loader, [loader, "/bin/sleep", "0.5"])
