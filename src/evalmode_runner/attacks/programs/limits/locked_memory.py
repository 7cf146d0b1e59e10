"""Locks memory so that it cannot be moved away.

stopped-by: rlimits
evidence: locked
leaks: memory of it is locked
"""

import ctypes
import time

mine = ctypes.create_string_buffer(16_384)
ctypes.CDLL(None).mlock(mine, len(mine))
time.sleep(0.4)
