"""Fills much memory.

stopped-by: memory
evidence: memory
leaks: it has more than its limit
"""

import time

many = bytearray(200 * 2**20)
many[::4096] = b"x" * len(many[::4096])
time.sleep(0.5)
