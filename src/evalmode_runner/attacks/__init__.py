"""Proves the sandbox on the machine it runs on: small programs that try to break out, and what they got.

Each program under ``programs/`` begins with a docstring that says what it does, which layers stop it and what would be
seen if it got through. Success is told by what the trusted side sees, never by the program's own word: a secret it was
not given arrives, a file outside changes, a listener is called, a process outlives the run. All are harmless when they
succeed: they touch only what was laid out for them, are bounded, and end by themselves.
"""

from __future__ import annotations

from evalmode_runner.attacks.program import Program, load_programs
from evalmode_runner.attacks.run import AttackResult, run_attacks

__all__ = ["AttackResult", "Program", "load_programs", "run_attacks"]
