"""Learns a file's size through a descriptor that grants no reading.

stopped-by: tree
evidence: secret
leaks: the size arrives
"""

import os

from evalmode_runner.attacks.tools import facts

descriptor = os.open(facts.sized_file, os.O_PATH)
print(f"size={os.fstat(descriptor).st_size}")
