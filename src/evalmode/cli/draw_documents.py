"""What ``evalmode draw … --json`` prints beside the values of the room. Fields are added, never renamed or removed."""

from __future__ import annotations

from evalmode.practice.value import Value
from evalmode.practice.values import ArchitectureBrief


class ArchitectureList(Value):
    """``evalmode draw list --json``."""

    architectures: tuple[ArchitectureBrief, ...]


class StartedDrawing(Value):
    """``evalmode draw start --json``."""

    architecture: str
    file: str
    """Where to draw."""
    minutes: int
    """What an interviewer gives."""
