"""Makes a link to the file in its own folder and reads the link.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

import os

from evalmode_runner.attacks.tools import facts

try:
    os.symlink(facts.secret_file, "mine")
    print(open("mine").read())
except PermissionError:
    print("no link")
