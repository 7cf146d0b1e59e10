"""Becomes another program by a system call's number.

stopped-by: seccomp, tree, landlock, rlimits
evidence: renamed
leaks: another program runs under its process id
"""

import ctypes

from evalmode_runner.attacks.tools import call, number

words = (ctypes.c_char_p * 3)(b"sleep", b"0.5", None)
call(number("execve"), ctypes.c_char_p(b"/bin/sleep"), words, ctypes.c_void_p(None))
