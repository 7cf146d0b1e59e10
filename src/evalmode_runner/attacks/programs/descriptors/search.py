"""Reads whatever is open.

stopped-by: descriptors
evidence: secret
leaks: what an inherited file holds arrives
"""

import os
import stat

for descriptor in range(3, 300):
    try:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            print(os.pread(descriptor, 1000, 0))
    except OSError:
        continue
