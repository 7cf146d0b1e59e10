"""Reads from the folder of another submission that runs now.

stopped-by: box, landlock
evidence: secret
leaks: the secret in the file arrives
"""

from evalmode_runner.attacks.tools import facts

print(open(facts.neighbour).read())
