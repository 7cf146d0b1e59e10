"""What a candidate wrote beside a part, and what should be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.values import Finding, FindingKind

if TYPE_CHECKING:
    from evalmode.board.findings.words import Speech
    from evalmode.board.matching.agreement import Disagreement
    from evalmode.board.matching.plan import Part

__all__ = ["written_finding"]

_TITLES = {"out": "output size", "in": "input size"}


def written_finding(one: Disagreement, wanted: Part, given: Part, speech: Speech) -> Finding:
    """A name, a parameter, a shape or an output that the reference has otherwise."""
    words = speech.given(given)
    kind: FindingKind
    elements = one.elements
    match one.about:
        case "name":
            kind, message = "wrong-name", f"What is called {one.given} here does the work of {speech.wanted(wanted)}."
        case "output":
            kind = "wrong-source"
            message = f"{words[:1].upper()}{words[1:]} is not what leaves the block; the output comes from further on."
        case "shape":
            kind, elements = "wrong-shape", (*one.elements, *given.elements[:1])
            message = f"The shape {one.given} after {words} does not fit; it should be {one.wanted}."
        case _:
            title = _TITLES.get(one.name, one.name)
            kind, message = "wrong-parameter", f"The {title} of {words} is {one.given}; it should be {one.wanted}."
    pinned = tuple(dict.fromkeys(element for element in elements if element))
    return Finding(kind, "mistake", message, speech.why(kind, wanted), pinned)
