"""Walks the C library's own list of variables.

stopped-by: environment
evidence: secret
leaks: a variable of the parent arrives
"""

import ctypes

entries = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), "environ")
position = 0
while entries[position]:
    print(entries[position])
    position += 1
