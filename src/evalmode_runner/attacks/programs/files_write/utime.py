"""Changes a file's times.

stopped-by: tree
evidence: changed
leaks: a file outside is not as it was
"""

import os

from evalmode_runner.attacks.tools import facts

os.utime(facts.outside_file, (1, 1))
