"""Looks for the file by a pattern.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

import glob

from evalmode_runner.attacks.tools import facts

for path in glob.glob(facts.folder + "/*/secret.txt"):
    print(open(path).read())
