"""Leaves a number in a semaphore, digit by digit.

stopped-by: seccomp
evidence: next
leaks: what one child left, the next one reads
"""

import ctypes

from evalmode_runner.attacks.tools import facts

library = ctypes.CDLL(None)
digits = library.semget(0x45564D, 32, 0o1666)
if facts.phase == 1:
    for position, digit in enumerate(facts.secret):
        library.semctl(digits, position, 16, int(digit, 16))
else:
    print("".join(f"{library.semctl(digits, position, 12):x}" for position in range(32)))
    library.semctl(digits, 0, 0)
