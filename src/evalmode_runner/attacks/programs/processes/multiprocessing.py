"""Starts a worker with the module for it.

stopped-by: seccomp, rlimits
evidence: tasks
leaks: more tasks than one are seen
"""

import multiprocessing
import time

worker = multiprocessing.get_context("fork").Process(target=time.sleep, args=(0.5,))
worker.start()
worker.join()
