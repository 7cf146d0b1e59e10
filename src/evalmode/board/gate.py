"""The gate of an architecture: references are accepted, and wrong drawings refused for what is wrong in them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from evalmode.bank import Problem
from evalmode.board.architecture import load_architecture, read_reference
from evalmode.board.check import check_drawing
from evalmode.board.layout import lay_out, to_scene
from evalmode.board.reading import parse_scene, read_drawing
from evalmode.board.showing import plain
from evalmode.core import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from evalmode.bank import BoardItem
    from evalmode.board.architecture import Architecture, ReferenceText
    from evalmode.board.drawing import Drawing

__all__ = ["GATE_RULES", "board_gate"]

GATE_RULES = {
    "board-reads": "References, wrong drawings, vocabulary and composites can be read.",
    "board-reference-accepted": "Each reference is accepted, as notation and drawn on a canvas.",
    "board-wrong-refused": "Each wrong drawing is refused with the finding that its head names, at the place it names.",
    "board-wrong-count": "An architecture has at least 6 wrong drawings.",
    "board-module": "References compute what independent modules compute.",
}
"""Id of a rule → what it demands."""

_WRONG = 6


def board_gate(item: BoardItem) -> list[Problem]:
    """Everything that is wrong with an architecture's drawings; nothing is run."""
    try:
        architecture = load_architecture(item)
    except InputError as error:
        return [Problem(item.path, 1, "", str(error), "board-reads")]
    if not architecture.references and item.judged_by != "rules":
        return [Problem(item.folder / "references", 1, "", "holds no drawing", "board-reads")]
    found = [*_references(architecture), *_wrong(architecture)]
    if len(item.wrong) < _WRONG:
        message = f"holds {len(item.wrong)} drawings; {_WRONG} realistic mistakes must be refused"
        found.append(Problem(item.folder / "wrong", 1, "", message, "board-wrong-count"))
    return found


def _references(architecture: Architecture) -> Iterator[Problem]:
    for path, text in _texts(architecture.item.references):
        if isinstance(text, Problem):
            yield text
            continue
        drawing = plain(text.drawing)
        for way, drawn in (("", drawing), (" on a canvas", _on_canvas(drawing))):
            checked = check_drawing(architecture, drawn)
            if checked.verdict != "right":
                message = f"is {checked.verdict}{way}: {checked.message}"
                yield Problem(path, 1, "", message, "board-reference-accepted")
                break


def _wrong(architecture: Architecture) -> Iterator[Problem]:
    for path, text in _texts(architecture.item.wrong):
        if isinstance(text, Problem):
            yield text
        elif (message := _accepted_or_misjudged(architecture, text)) is not None:
            yield Problem(path, 1, "", message, "board-wrong-refused")


def _accepted_or_misjudged(architecture: Architecture, text: ReferenceText) -> str | None:
    if not str(text.head.get("mistake") or ""):
        return "has no mistake in its head; say in one sentence what is wrong and what would be right"
    checked = check_drawing(architecture, text.drawing)
    if checked.verdict == "right":
        return f"is accepted as {checked.variant}"
    wanted = str(text.head.get("finding") or "")
    top = checked.findings[0] if checked.findings else None
    if top is None or (wanted and top.kind != wanted):
        said = f"{top.kind}: {top.message}" if top is not None else "nothing"
        return f"is not refused for {wanted or 'anything'} first, but for {said}"
    places = {str(place) for place in text.head.get("at") or ()}
    if places and not places & set(top.elements):
        return f"is refused at {', '.join(top.elements) or 'no place'}, not at {', '.join(sorted(places))}"
    return None


def _texts(paths: tuple[Path, ...]) -> Iterator[tuple[Path, ReferenceText | Problem]]:
    for path in paths:
        try:
            yield path, read_reference(path)
        except (InputError, UnicodeDecodeError) as error:
            yield path, Problem(path, 1, "", f"cannot be read: {error}", "board-reads")


def _on_canvas(drawing: Drawing) -> Drawing:
    return read_drawing(parse_scene(json.dumps(to_scene(lay_out(drawing)))))
