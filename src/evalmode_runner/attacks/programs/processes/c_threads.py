"""Starts a thread with the C library.

stopped-by: seccomp, rlimits
evidence: tasks
leaks: more tasks than one are seen
"""

import ctypes
import time

library = ctypes.CDLL(None)
sleep = ctypes.cast(library.usleep, ctypes.c_void_p)
thread = ctypes.c_ulong()
print(library.pthread_create(ctypes.byref(thread), None, sleep, ctypes.c_void_p(500_000)))
time.sleep(0.5)
