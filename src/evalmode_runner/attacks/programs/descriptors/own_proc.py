"""Opens the parent's files again by way of /proc.

stopped-by: descriptors, tree, landlock
evidence: secret
leaks: what an inherited file holds arrives
"""

from evalmode_runner.attacks.tools import facts

print(open(f"/proc/self/fd/{facts.inherited}").read())
