"""Reads another process's variables from /proc.

stopped-by: tree, landlock, namespaces, privileges
evidence: secret
leaks: the other's secret arrives
"""

from evalmode_runner.attacks.tools import facts

print(open(f"/proc/{facts.victim}/environ").read())
