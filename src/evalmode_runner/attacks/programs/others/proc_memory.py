"""Reads another process's memory from /proc.

stopped-by: tree, landlock, namespaces, privileges
needs: ptrace
evidence: secret
leaks: the other's secret arrives
"""

from evalmode_runner.attacks.tools import facts

start, end = facts.victim_memory
with open(f"/proc/{facts.victim}/mem", "rb", buffering=0) as memory:
    memory.seek(start)
    print(memory.read(end - start))
