"""Makes many small things.

stopped-by: memory
evidence: memory
leaks: it has more than its limit
"""

import time

many = [bytes(100_000) + bytes([n % 256]) for n in range(2_000)]
time.sleep(0.5)
