"""Leaves a file in its folder.

stopped-by: box, landlock, privileges
evidence: next
leaks: what one child left, the next one reads
"""

from evalmode_runner.attacks.tools import facts

if facts.phase == 1:
    with open("left.txt", "w") as file:
        file.write(facts.secret)
    with open("../left.txt", "w") as file:
        file.write(facts.secret)
else:
    print(open("../left.txt").read())
