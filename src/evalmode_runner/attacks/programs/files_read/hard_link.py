"""Gives the file a second name in its own folder.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

import os

from evalmode_runner.attacks.tools import facts

try:
    os.link(facts.secret_file, "mine")
except OSError:
    os.symlink(facts.secret_file, "mine")  # on another disk only this kind can be made
print(open("mine").read())
