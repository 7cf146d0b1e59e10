"""Reads the names of local servers from /proc.

stopped-by: tree, landlock, namespaces
evidence: secret
leaks: a secret name arrives
"""

print(open("/proc/net/unix").read())
