"""Leaves a word in shared memory of the old kind.

stopped-by: seccomp
evidence: next
leaks: what one child left, the next one reads
"""

import ctypes

from evalmode_runner.attacks.tools import facts

library = ctypes.CDLL(None)
library.shmat.restype = ctypes.c_void_p
segment = library.shmget(0x45564D, 100, 0o1666)
address = library.shmat(segment, None, 0)
if facts.phase == 1:
    ctypes.memmove(address, facts.secret.encode(), 32)
else:
    print(ctypes.string_at(address, 32))
    library.shmctl(segment, 0, None)
