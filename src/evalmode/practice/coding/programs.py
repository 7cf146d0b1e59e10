"""Programs: those of the pack, and those that candidates hand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.core import InputError, clean_text
from evalmode.practice.feedback import follow_ups_of
from evalmode.practice.values import ProgramView, SolutionView

if TYPE_CHECKING:
    from pathlib import Path

    from evalmode.bank import CodeItem

MAX_SOURCE_BYTES = 1_000_000
"""The largest program that is taken; an answer to a problem has a few thousand bytes."""


def accept_source(source: str) -> str:
    """A program as it is kept and judged.

    Raises:
        InputError: It is larger than a program that somebody wrote.
    """
    size = len(source.encode("utf-8", "replace"))
    if size > MAX_SOURCE_BYTES:
        raise InputError(
            f"The program has {size:,} bytes; at most {MAX_SOURCE_BYTES:,} are accepted.",
            hint="Hand in only what the problem asks for, without data.",
        )
    return clean_text(source, limit=MAX_SOURCE_BYTES)


def starter_of(item: CodeItem) -> str:
    """What a candidate begins with."""
    return _read(item.starter)


def solution_of(item: CodeItem) -> SolutionView:
    """Everything that is shown once a problem was passed or given up."""
    return SolutionView(
        reference=_read(item.solution),
        others=tuple(ProgramView(name=f"{path.parent.name}/{path.name}", source=_read(path)) for path in item.right),
        complexity=item.complexity,
        why=item.why,
        follow_ups=follow_ups_of(item),
        sources=item.sources,
    )


def _read(path: Path) -> str:
    """A program of the pack; empty where its author has not written it yet, which lint says."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return ""
