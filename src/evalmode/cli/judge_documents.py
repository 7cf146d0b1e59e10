"""What ``evalmode judge`` reads and prints. Programs build on these: fields are added, never renamed or removed."""

from __future__ import annotations

from evalmode.cli.faults import Fault
from evalmode.practice.value import Value
from evalmode.practice.values import JudgementView


class CodeRequest(Value):
    """One input line of ``evalmode judge --batch``."""

    problem: str | None = None
    """The problem's name; may be left out where PROBLEM is given on the command line."""
    source: str
    """The program."""
    id: str | None = None
    """Whatever the caller knows the submission by; given back with the verdict."""


class JudgedLine(JudgementView):
    """The output line of ``evalmode judge --batch`` for one submission."""

    line: int
    """Which submission of the batch it is, from 1."""
    id: str | None = None
    """As in the input; of a folder, the file's path within it."""


class JudgeFault(Value):
    """The output line of ``evalmode judge --batch`` for a line or a file that could not be judged."""

    line: int
    """From 1."""
    id: str | None = None
    error: Fault


class AttackView(Value):
    """One attack on the sandbox, and whether it was stopped."""

    family: str
    """What it tries to reach, such as ``sockets``."""
    name: str
    layer: str
    """The layers that stop it."""
    stopped: bool
    how: str
    """What was seen when it got through; else how its process ended."""


class SandboxReport(Value):
    """What attacking the sandbox of this machine showed."""

    holds: bool
    """Whether every attack was stopped by a sandbox with all its layers."""
    tier: str
    layers: tuple[str, ...]
    """The layers that hold here."""
    failures: dict[str, str]
    """Layer → why it does not hold here."""
    interpreter: str
    """Path of the Python that runs submissions."""
    torch: str
    attacks: tuple[AttackView, ...]
