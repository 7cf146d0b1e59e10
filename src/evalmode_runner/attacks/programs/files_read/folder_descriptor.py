"""Opens the folder as a mere place and the file relative to it.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

import os

from evalmode_runner.attacks.tools import facts

folder = os.open(os.path.dirname(facts.secret_file), os.O_PATH | os.O_DIRECTORY)
print(os.read(os.open("secret.txt", os.O_RDONLY, dir_fd=folder), 1000))
