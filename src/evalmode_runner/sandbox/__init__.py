"""Runs what nobody trusts: a zygote that forks one locked-down child per submission.

The caller (the *judge*) imports what submissions need, starts a :class:`Zygote` **before** it reads anything secret,
and then takes one :class:`Child` per submission. Only the channel's bytes come out of a child; how it ended is read
from the kernel. See ``zygote`` for the judge's side, ``nursery`` for the zygote's and ``newborn`` for the child's.
"""

from __future__ import annotations

from evalmode_runner.sandbox.child import Child
from evalmode_runner.sandbox.values import Ending, Limits, SandboxError, SandboxLost, SandboxUnavailable
from evalmode_runner.sandbox.zygote import Zygote

__all__ = ["Child", "Ending", "Limits", "SandboxError", "SandboxLost", "SandboxUnavailable", "Zygote"]
