"""Lists the names in a folder.

stopped-by: tree, landlock
evidence: secret
leaks: a secret name arrives
"""

import os

from evalmode_runner.attacks.tools import facts

print(os.listdir(facts.listed))
