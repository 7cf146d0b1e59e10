"""Rails: plain lines that arrows run up to and leave from along their way, as one draws what goes to many boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.reading.directions import heads_of
from evalmode.board.reading.ends import NOWHERE, Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from evalmode.board.reading.elements import Element

__all__ = ["free_rails"]

Ends = tuple[Terminal, Terminal]
_BESIDE = 30.0
"""Words farther from a rail's end than this only stand near it."""


def free_rails(strokes: Mapping[str, Element], ends: Mapping[str, Ends]) -> dict[str, Ends]:
    """The ends of all strokes, those of rails untied from the words that they happen to point at."""
    reached: set[str] = set()
    left: set[str] = set()
    for name, stroke in strokes.items():
        for headed, terminal in zip(heads_of(stroke), ends[name], strict=True):
            if terminal.kind == "stroke" and terminal.place == "middle" and any(heads_of(stroke)):
                (reached if headed else left).add(terminal.id)
    rails = {name for name in reached & left if not any(heads_of(strokes[name])) and all(map(_weak, ends[name]))}
    return {name: (NOWHERE, NOWHERE) if name in rails else pair for name, pair in ends.items()}


def _weak(terminal: Terminal) -> bool:
    return terminal.kind == "none" or (terminal.kind == "text" and not terminal.bound and terminal.cost > _BESIDE)
