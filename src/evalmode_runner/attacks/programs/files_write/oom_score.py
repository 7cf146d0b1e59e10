"""Offers itself, or spares itself, when memory runs out.

stopped-by: tree, landlock, privileges
evidence: oom
leaks: its score is another
"""

import time

with open("/proc/self/oom_score_adj", "w") as file:
    file.write("500")
time.sleep(0.4)
