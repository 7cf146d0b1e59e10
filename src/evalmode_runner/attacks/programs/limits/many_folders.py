"""Fills its folder with folders.

stopped-by: box
evidence: many-files
leaks: the folder holds more than its limit
"""

import os
import time

from evalmode_runner.attacks.tools import hand_over

hand_over(os.open(".", os.O_RDONLY))
for position in range(400):
    os.mkdir(str(position))
time.sleep(0.5)
