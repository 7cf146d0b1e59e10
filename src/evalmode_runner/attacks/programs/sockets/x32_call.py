"""Makes a socket by the call numbers of x32.

stopped-by: seccomp
needs: x32
evidence: handle socket:1
leaks: an open socket is handed over
"""

from evalmode_runner.attacks.foreign import X32_BIT
from evalmode_runner.attacks.tools import call, hand_over

hand_over(call(X32_BIT | 41, 1, 1, 0))
