"""Fills its folder with many files, none of them large.

stopped-by: box
evidence: large-box
leaks: the folder holds more than its limit
"""

import os
import time

from evalmode_runner.attacks.tools import hand_over

hand_over(os.open(".", os.O_RDONLY))
for position in range(12):
    with open(f"part{position}", "wb") as file:
        file.write(bytes(900_000))
time.sleep(0.5)
