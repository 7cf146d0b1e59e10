"""Forks by the newest call for it.

stopped-by: seccomp, rlimits
evidence: tasks
leaks: more tasks than one are seen
"""

import ctypes
import struct
import time

from evalmode_runner.attacks.tools import call, number

arguments = ctypes.create_string_buffer(struct.pack("8Q", 0, 0, 0, 0, 17, 0, 0, 0), 64)
call(number("clone3"), arguments, 64)
time.sleep(0.5)
