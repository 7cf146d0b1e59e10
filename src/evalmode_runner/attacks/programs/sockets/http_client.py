"""Fetches a page.

stopped-by: seccomp, namespaces, landlock
evidence: called
leaks: somebody called a listener outside
"""

import urllib.request

from evalmode_runner.attacks.tools import facts

urllib.request.urlopen(f"http://127.0.0.1:{facts.tcp}/", timeout=0.5)
