"""Makes a table in the kernel.

stopped-by: seccomp, privileges
needs: root
evidence: handle anon_inode:bpf-map
leaks: an open handle is handed over
"""

import ctypes
import struct

from evalmode_runner.attacks.tools import call, hand_over, number

hand_over(call(number("bpf"), 0, ctypes.create_string_buffer(struct.pack("IIII", 2, 4, 8, 1), 64), 64))
