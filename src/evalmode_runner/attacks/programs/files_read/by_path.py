"""Reads a file in somebody's home.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

from evalmode_runner.attacks.tools import facts

print(open(facts.secret_file).read())
