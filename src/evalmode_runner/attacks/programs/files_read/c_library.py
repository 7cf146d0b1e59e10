"""Opens the file with the C library.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

import ctypes
import os

from evalmode_runner.attacks.tools import facts

library = ctypes.CDLL(None)
print(os.read(library.open(facts.secret_file.encode(), os.O_RDONLY), 1000))
