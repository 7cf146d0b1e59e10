"""Sets up a ring that makes calls past the filter.

stopped-by: seccomp, rlimits
needs: io_uring
evidence: tasks
leaks: a thread of the ring is seen
"""

import ctypes
import struct
import time

from evalmode_runner.attacks.tools import call, number

# The kernel lets nobody hand such a handle over; but a ring may come with a thread of its own, which is seen.
call(number("io_uring_setup"), 4, ctypes.create_string_buffer(struct.pack("III", 0, 0, 2), 120))
time.sleep(0.4)
