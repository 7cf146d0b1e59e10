"""Prints all variables.

stopped-by: environment
evidence: secret
leaks: a variable of the parent arrives
"""

import os

print(dict(os.environ))
