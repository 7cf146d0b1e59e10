"""Leaves a word in the user's keyring.

stopped-by: seccomp
evidence: next
leaks: what one child left, the next one reads
"""

import ctypes

from evalmode_runner.attacks.tools import call, facts, number

if facts.phase == 1:
    word = facts.secret.encode()
    call(
        number("add_key"),
        ctypes.c_char_p(b"user"),
        ctypes.c_char_p(b"evalmode-attack"),
        ctypes.c_char_p(word),
        len(word),
        -4,
    )
else:
    key = call(number("keyctl"), 10, -4, ctypes.c_char_p(b"user"), ctypes.c_char_p(b"evalmode-attack"), 0)
    into = ctypes.create_string_buffer(100)
    call(number("keyctl"), 11, key, into, 100)
    print(into.value)
    call(number("keyctl"), 9, key, -4)
