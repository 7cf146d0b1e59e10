"""Makes a user namespace and mounts something in it.

stopped-by: seccomp
needs: user_namespaces
evidence: capabilities
leaks: it has capabilities it had not
"""

import ctypes
import time

from evalmode_runner.attacks.tools import call, number

call(number("unshare"), 0x10020000)
time.sleep(0.4)
nothing = ctypes.c_void_p(None)
call(number("mount"), nothing, ctypes.c_char_p(b"/"), nothing, 1 << 18, nothing)
