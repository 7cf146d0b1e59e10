"""Reaches the machine's files through another process's root.

stopped-by: tree, landlock, namespaces, privileges
evidence: secret
leaks: the secret in the file arrives
"""

from evalmode_runner.attacks.tools import facts

print(open(f"/proc/{facts.victim}/root" + facts.secret_file).read())
