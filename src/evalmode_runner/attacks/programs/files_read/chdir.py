"""Goes to the folder first.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

import os

from evalmode_runner.attacks.tools import facts

os.chdir(os.path.dirname(facts.secret_file))
print(open("secret.txt").read())
