"""Calls the tensor's own method.

verdict: forbidden
check: bans
teaches: The tensor's method is the library's softmax too; here you build it from exp and sum.
"""


def softmax(x, dim):
    return x.softmax(dim)
