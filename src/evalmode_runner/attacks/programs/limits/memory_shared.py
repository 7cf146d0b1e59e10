"""Fills much memory that could be shared, which counts elsewhere.

stopped-by: memory
evidence: memory
leaks: it has more than its limit
"""

import mmap
import time

many = mmap.mmap(-1, 200 * 2**20)
for position in range(0, len(many), 4096):
    many[position] = 1
time.sleep(0.5)
