"""Reserves more addresses than anybody needs.

stopped-by: rlimits
evidence: address-space
leaks: its address space is larger than its limit
"""

import ctypes
import time

library = ctypes.CDLL(None)
library.mmap.restype = ctypes.c_void_p
library.mmap(None, ctypes.c_size_t(64 * 2**30), 0, 0x4022, -1, ctypes.c_long(0))
time.sleep(0.4)
