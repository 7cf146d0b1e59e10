"""Reads a file that lies beside the libraries, as the records of installed packages do.

stopped-by: landlock
evidence: secret
leaks: the secret in the file arrives
"""

from evalmode_runner.attacks.tools import facts

print(open(facts.library_neighbour).read())
