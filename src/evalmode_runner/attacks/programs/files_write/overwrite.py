"""Overwrites a file outside that everybody may write.

stopped-by: tree, landlock
evidence: changed
leaks: a file outside is not as it was
"""

from evalmode_runner.attacks.tools import facts

with open(facts.outside_file, "w") as file:
    file.write("mine now")
