"""Opens the file with a system call by its number.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

import ctypes
import os

from evalmode_runner.attacks.tools import call, facts, number

descriptor = call(number("openat"), -100, ctypes.c_char_p(facts.secret_file.encode()), os.O_RDONLY, 0)
print(os.read(descriptor, 1000))
