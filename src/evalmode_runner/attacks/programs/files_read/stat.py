"""Learns a file's size without opening it.

stopped-by: tree
evidence: secret
leaks: the size arrives
"""

import os

from evalmode_runner.attacks.tools import facts

print(f"size={os.stat(facts.sized_file).st_size}")
