"""Makes a socket through the 32-bit door of the kernel.

stopped-by: seccomp
needs: ia32
evidence: handle socket:1
leaks: an open socket is handed over
"""

from evalmode_runner.attacks.foreign import ia32
from evalmode_runner.attacks.tools import hand_over

hand_over(ia32(359, 1, 1, 0))
