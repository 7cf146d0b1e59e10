"""Reads another process's group from /proc.

stopped-by: tree, landlock
evidence: secret
leaks: the number arrives
"""

from evalmode_runner.attacks.tools import facts

fields = open(f"/proc/{facts.member}/stat").read().split()
print(f"group={fields[4]} of {facts.member}")
