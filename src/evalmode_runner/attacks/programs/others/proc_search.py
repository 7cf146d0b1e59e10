"""Looks through the command lines of all processes.

stopped-by: tree, landlock
evidence: secret
leaks: the other's secret arrives
"""

import glob

for path in glob.glob("/proc/[0-9]*/cmdline"):
    try:
        print(open(path).read()[-200:])
    except OSError:
        continue
