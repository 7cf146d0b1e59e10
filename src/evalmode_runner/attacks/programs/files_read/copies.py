"""Copies the file to its own folder.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

import shutil

from evalmode_runner.attacks.tools import facts

shutil.copyfile(facts.secret_file, "copy")
print(open("copy").read())
