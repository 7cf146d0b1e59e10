"""Has the module that shows source lines in tracebacks read the checks.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

import linecache

from evalmode_runner.attacks.tools import facts

print(linecache.getline(facts.checks_file, 1))
