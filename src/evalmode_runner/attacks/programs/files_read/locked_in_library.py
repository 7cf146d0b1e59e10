"""Reads a file among the libraries whose permissions forbid it to everybody.

stopped-by: privileges
evidence: secret
leaks: the secret in the file arrives
"""

from evalmode_runner.attacks.tools import facts

print(open(facts.locked_file).read())
