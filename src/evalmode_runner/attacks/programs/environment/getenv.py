"""Asks the C library for the variable.

stopped-by: environment
evidence: secret
leaks: a variable of the parent arrives
"""

import ctypes

library = ctypes.CDLL(None)
library.getenv.restype = ctypes.c_char_p
print(library.getenv(b"EVALMODE_ATTACK_SECRET"))
