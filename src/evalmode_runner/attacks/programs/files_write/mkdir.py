"""Makes a folder outside.

stopped-by: tree, landlock
evidence: changed
leaks: a file outside is not as it was
"""

import os

from evalmode_runner.attacks.tools import facts

os.mkdir(facts.outside + "/folder")
