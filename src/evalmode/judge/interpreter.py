"""The Python that runs submissions: this one, or the user's own environment with their own torch."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from evalmode.core import UnavailableError

OLDEST_PYTHON = (3, 10)
OLDEST_TORCH = (2, 3)

_PROBE_SECONDS = 120.0
_PROBE = """
import json, sys
from importlib.metadata import PackageNotFoundError, version
def of(name):
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
print(json.dumps({"python": list(sys.version_info[:3]), "torch": of("torch"), "numpy": of("numpy")}))
"""


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A Python that can run submissions.

    Args:
        path: The program.
        python: Its version.
        torch: The version of torch in it.
    """

    path: str
    python: str
    torch: str


def find_interpreter(named: str = "") -> Interpreter:
    """The interpreter that the user named, that ``EVALMODE_PYTHON`` names, or this one.

    Raises:
        UnavailableError: It does not run, or has no torch, or one that is too old.
    """
    chosen = named or os.environ.get("EVALMODE_PYTHON", "")
    return check_interpreter(chosen) if chosen else _this_one()


def check_interpreter(path: str) -> Interpreter:
    """Find out what an interpreter has, by asking it; nothing is imported but its list of packages.

    Args:
        path: The program, or the folder of a virtual environment.

    Raises:
        UnavailableError: It does not run, or has no torch, or one that is too old.
    """
    program = _program(Path(path).expanduser())
    try:
        told = subprocess.run(
            [program, "-I", "-c", _PROBE], capture_output=True, timeout=_PROBE_SECONDS, check=True, text=True
        )
        found = json.loads(told.stdout)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise UnavailableError(
            f"{path} is not a Python that runs.", hint="Name another one: evalmode settings python PATH"
        ) from error
    return _accept(program, tuple(found["python"]), found["torch"], found["numpy"])


@cache
def _this_one() -> Interpreter:
    from importlib.metadata import PackageNotFoundError, version

    if find_spec("torch") is None:
        raise UnavailableError(
            "There is no torch here, so code cannot be judged.",
            hint="pip install 'evalmode[torch]', or name a Python that has it: evalmode settings python PATH",
        )
    try:
        torch, numpy = version("torch"), version("numpy")
    except PackageNotFoundError:
        torch, numpy = "", ""
    return _accept(sys.executable, sys.version_info[:3], torch, numpy)


def _accept(program: str, python: tuple[int, ...], torch: str, numpy: str) -> Interpreter:
    said = ".".join(map(str, python))
    hint = "Name another one: evalmode settings python PATH"
    if tuple(python) < OLDEST_PYTHON:
        raise UnavailableError(
            f"{program} is Python {said}; {_dotted(OLDEST_PYTHON)} is the oldest that will do.", hint=hint
        )
    if not torch:
        raise UnavailableError(
            f"{program} has no torch.", hint=f"Install it there ({program} -m pip install torch numpy)."
        )
    if not numpy:
        raise UnavailableError(f"{program} has no NumPy.", hint=f"Install it there ({program} -m pip install numpy).")
    if _numbers(torch) < OLDEST_TORCH:
        raise UnavailableError(
            f"{program} has torch {torch}; {_dotted(OLDEST_TORCH)} is the oldest that will do.",
            hint=f"Update it there ({program} -m pip install -U torch).",
        )
    return Interpreter(program, said, torch)


def _program(path: Path) -> str:
    for inside in ("bin/python", "Scripts/python.exe"):
        if (path / inside).is_file():
            return str(path / inside)
    return str(path)


def _numbers(version: str) -> tuple[int, ...]:
    parts = []
    for part in version.split("+", maxsplit=1)[0].split(".")[:2]:
        if not part.isdecimal():
            break
        parts.append(int(part))
    return tuple(parts)


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
