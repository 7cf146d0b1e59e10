"""Appends to a file outside with the C library.

stopped-by: tree, landlock
evidence: changed
leaks: a file outside is not as it was
"""

import ctypes
import os

from evalmode_runner.attacks.tools import facts

library = ctypes.CDLL(None)
library.write(library.open(facts.outside_file.encode(), os.O_WRONLY | os.O_APPEND), b"more", 4)
