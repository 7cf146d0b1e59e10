"""Leaves a word in a message queue of the newer kind.

stopped-by: seccomp, rlimits, landlock
evidence: next
leaks: what one child left, the next one reads
"""

import ctypes
import os

from evalmode_runner.attacks.tools import call, facts, number

name = ctypes.c_char_p(b"evalmode-attack")
queue = call(number("mq_open"), name, os.O_RDWR | os.O_CREAT | os.O_NONBLOCK, 0o666, ctypes.c_void_p(None))
if facts.phase == 1:
    call(number("mq_timedsend"), queue, ctypes.c_char_p(facts.secret.encode()), 32, 0, ctypes.c_void_p(None))
else:
    into = ctypes.create_string_buffer(8192)
    call(number("mq_timedreceive"), queue, into, 8192, 0, ctypes.c_void_p(None))
    print(into.value)
    call({"x86_64": 241, "aarch64": 181}[os.uname().machine], name)
