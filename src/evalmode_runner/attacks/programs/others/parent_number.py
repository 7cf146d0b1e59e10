"""Asks for its parent's process id.

stopped-by: namespaces
evidence: secret
leaks: the number arrives
"""

import os

print(f"parent={os.getppid()}")
