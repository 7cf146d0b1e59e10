"""Lists and reads the known wrong solutions of a problem.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

import pathlib

from evalmode_runner.attacks.tools import facts

for path in pathlib.Path(facts.wrong_file).parent.iterdir():
    print(path.read_text())
