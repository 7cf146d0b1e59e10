"""Imports the hidden checks as a module.

stopped-by: tree, landlock
evidence: secret
leaks: the secret in the file arrives
"""

import importlib.machinery

from evalmode_runner.attacks.tools import facts

loader = importlib.machinery.SourceFileLoader("checks", facts.checks_file)
print(loader.load_module("checks").secret)
