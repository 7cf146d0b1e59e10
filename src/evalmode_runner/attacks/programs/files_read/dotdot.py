"""Climbs up with .. and comes down elsewhere.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

from evalmode_runner.attacks.tools import facts

print(open("../" * 30 + facts.secret_file.lstrip("/")).read())
