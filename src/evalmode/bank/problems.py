"""What can be wrong with a pack, said so that an author finds the place at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend.

    Args:
        path: The file.
        line: From 1.
        field: Path of the field within the head, such as ``key_points[2].claim``; empty for the file as a whole.
        message: What is wrong; reads on from the field's name.
        rule: The lint rule that found it, or ``format``.
    """

    path: Path
    line: int
    field: str
    message: str
    rule: str = "format"

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {f'{self.field} ' if self.field else ''}{self.message} [{self.rule}]"
