"""Changes a file's permissions.

stopped-by: tree
evidence: changed
leaks: a file outside is not as it was
"""

import os

from evalmode_runner.attacks.tools import facts

os.chmod(facts.outside_file, 0o600)
