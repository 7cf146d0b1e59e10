"""What ``evalmode board`` reads and prints. Programs build on these: fields are added, never renamed or removed."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Any

from pydantic import Field

from evalmode.board.values import BoardCheck
from evalmode.cli.faults import Fault
from evalmode.practice.value import Value
from evalmode.practice.values import SheetCorrection


class BoardRequest(Value):
    """One input line of ``evalmode board --batch``."""

    architecture: str | None = None
    """The architecture's name; may be left out where ARCHITECTURE is given on the command line."""
    scene: dict[str, Any] | None = None
    """An Excalidraw document."""
    notation: str = ""
    """The drawing in the text notation, where there is no scene."""
    corrections: Annotated[tuple[SheetCorrection, ...], Field(max_length=1_000)] = ()
    """What the person who drew it said about how it was read."""
    id: str | None = None
    """Whatever the caller knows the drawing by; given back with the verdict."""


@dataclass(frozen=True, slots=True)
class BoardLine(BoardCheck):
    """The output line of ``evalmode board --batch`` for one drawing.

    Args:
        line: Which drawing of the batch it is, from 1.
        id: As in the input; of a folder, the file's path within it.
    """

    line: int = 0
    id: str | None = None


class BoardFault(Value):
    """The output line of ``evalmode board --batch`` for a line or a file that could not be read."""

    line: int
    """From 1."""
    id: str | None = None
    architecture: str | None = None
    error: Fault


class ConvertedDrawing(Value):
    """A drawing in another notation."""

    to: str
    text: str
    """The notation, Mermaid or SVG; of a scene its JSON."""


def board_document(found: BoardCheck) -> dict[str, Any]:
    """A check as a JSON document."""
    return asdict(found)
