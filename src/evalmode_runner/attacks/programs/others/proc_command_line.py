"""Reads the words another process was started with.

stopped-by: tree, landlock
evidence: secret
leaks: the other's secret arrives
"""

from evalmode_runner.attacks.tools import facts

print(open(f"/proc/{facts.victim}/cmdline").read())
