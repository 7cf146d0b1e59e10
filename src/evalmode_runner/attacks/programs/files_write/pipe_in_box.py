"""Leaves a named pipe in its own folder for somebody trusted to wait at.

stopped-by: landlock
evidence: strange-file
leaks: the folder holds a pipe
"""

import os
import time

from evalmode_runner.attacks.tools import hand_over

hand_over(os.open(".", os.O_RDONLY))
os.mkfifo("result.txt")
time.sleep(0.5)
