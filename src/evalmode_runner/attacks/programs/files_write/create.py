"""Makes a file in a folder outside.

stopped-by: tree, landlock
evidence: changed
leaks: a file outside is not as it was
"""

from evalmode_runner.attacks.tools import facts

open(facts.outside + "/new", "w").close()
