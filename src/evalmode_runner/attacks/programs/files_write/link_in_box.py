"""Leaves a link in its own folder for somebody trusted to follow.

stopped-by: landlock
evidence: strange-file
leaks: the folder holds a link
"""

import os
import time

from evalmode_runner.attacks.tools import hand_over

hand_over(os.open(".", os.O_RDONLY))
os.symlink("/etc/passwd", "result.txt")
time.sleep(0.5)
