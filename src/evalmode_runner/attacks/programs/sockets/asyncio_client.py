"""Connects from an event loop.

stopped-by: seccomp, namespaces, landlock
evidence: called
leaks: somebody called a listener outside
"""

import asyncio

from evalmode_runner.attacks.tools import facts

asyncio.run(asyncio.open_connection("127.0.0.1", facts.tcp))
