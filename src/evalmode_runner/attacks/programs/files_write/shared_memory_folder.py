"""Leaves a file in the shared memory of the machine.

stopped-by: tree, landlock
needs: shm
evidence: changed
leaks: a file outside is not as it was
"""

from evalmode_runner.attacks.tools import facts

open(facts.shared, "w").close()
