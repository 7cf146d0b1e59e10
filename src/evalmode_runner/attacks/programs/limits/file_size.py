"""Writes a large file.

stopped-by: rlimits
evidence: large-file
leaks: a larger file is handed over
"""

from evalmode_runner.attacks.tools import hand_over

with open("large", "wb") as file:
    hand_over(file.fileno())
    for _ in range(3):
        file.write(bytes(2**20))
        file.flush()
