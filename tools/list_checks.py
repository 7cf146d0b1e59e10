"""Print the vocabulary of a coding problem's checks, for the documentation."""

from __future__ import annotations

import inspect
import textwrap

from evalmode_runner import checks
from evalmode_runner.checks import Draw, Suite

_RETURNED = ("call", "numpy_call", "layer", "step", "scenario", "same", "claim", "raises", "causal", "constant")


def _entry(name: str, about: str | None) -> str:
    first = " ".join((about or "").split("\n\n")[0].split())
    return textwrap.fill(first, 100, initial_indent=f"{name:18}", subsequent_indent=" " * 18)


def _methods(kind: type, prefix: str) -> list[str]:
    members = inspect.getmembers_static(kind)
    public = [(name, member) for name, member in members if not name.startswith("_")]
    return [_entry(f"{prefix}{name}", inspect.getdoc(member)) for name, member in public if inspect.getdoc(member)]


if __name__ == "__main__":
    print("What a check is")
    print("\n".join(_methods(Suite, "@suite.")))
    print("\nWhat it draws")
    print("\n".join(_methods(Draw, "draw.")))
    print("\nWhat it returns")
    print("\n".join(_entry(name, inspect.getdoc(getattr(checks, name))) for name in _RETURNED))
