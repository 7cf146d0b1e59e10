"""Sets the clock.

stopped-by: seccomp, privileges
needs: root
evidence: clock
leaks: the clock was set
"""

import time

time.clock_settime(time.CLOCK_REALTIME, time.time())
