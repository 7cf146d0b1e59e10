"""Reads its variables from /proc.

stopped-by: environment, tree, landlock, privileges
evidence: secret
leaks: a variable of the parent arrives
"""

print(open("/proc/self/environ").read().replace("\0", "\n"))
