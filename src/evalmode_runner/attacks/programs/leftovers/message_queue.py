"""Leaves a word in a message queue of the old kind.

stopped-by: seccomp
evidence: next
leaks: what one child left, the next one reads
"""

import ctypes

from evalmode_runner.attacks.tools import facts

library = ctypes.CDLL(None)
queue = library.msgget(0x45564D, 0o1666)
message = ctypes.create_string_buffer((1).to_bytes(8, "little") + facts.secret.encode(), 200)
if facts.phase == 1:
    library.msgsnd(queue, message, 32, 0)
else:
    library.msgrcv(queue, message, 100, 0, 0o4000)
    print(message.raw[8:40])
    library.msgctl(queue, 0, None)
