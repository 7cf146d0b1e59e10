"""Leaves a module where others import from.

stopped-by: tree, landlock
evidence: changed
leaks: a file outside is not as it was
"""

from evalmode_runner.attacks.tools import facts

with open(facts.site + "/numpy_helper.py", "w") as file:
    file.write("raise SystemExit")
