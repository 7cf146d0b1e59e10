"""Opens a performance counter.

stopped-by: seccomp
needs: perf
evidence: handle anon_inode:[perf_event]
leaks: an open handle is handed over
"""

import ctypes
import struct

from evalmode_runner.attacks.tools import call, hand_over, number

# A software counter of its own time, in user mode only.
about = ctypes.create_string_buffer(struct.pack("IIQQQQQ", 1, 112, 1, 0, 0, 0, 0b1100001), 112)
hand_over(call(number("perf_event_open"), about, 0, -1, -1, 0))
