"""Asks for the machine's name.

stopped-by: namespaces
evidence: secret
leaks: the name arrives
"""

import os

print(f"host={os.uname().nodename}")
