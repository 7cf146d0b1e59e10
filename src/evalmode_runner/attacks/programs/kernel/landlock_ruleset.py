"""Makes file rules of its own.

stopped-by: seccomp
evidence: handle anon_inode:[landlock-ruleset]
leaks: an open handle is handed over
"""

import ctypes
import struct

from evalmode_runner.attacks.tools import call, hand_over, number

hand_over(call(number("landlock_create_ruleset"), ctypes.create_string_buffer(struct.pack("Q", 1), 8), 8, 0))
