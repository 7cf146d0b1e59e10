"""Hints: the next missing piece, first as a question, then as a place, then as itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.board.values import BoardCheck, BoardHint, Finding

if TYPE_CHECKING:
    from evalmode.board.architecture import Architecture

__all__ = ["next_hint"]

_QUESTIONS = {
    "missing-node": "Something is not there yet. What does a value need on its way from the input to the output?",
    "missing-edge": "Every part is fed, or is it? Follow each value to all the places that use it.",
    "missing-mention": "One thing about how it is trained is not written down yet. Which?",
    "wrong-shape": "Check the shapes along one path: what does each operation do to every axis?",
    "wrong-direction": "Follow the arrows as a value would. Do they all lead forward?",
    "wrong-order": "Every part may be there; is every one at its place?",
}
_QUESTION = "Walk through it from the input to the output and say aloud what each part does. Does each do that?"


def next_hint(architecture: Architecture, check: BoardCheck, stage: int) -> BoardHint:
    """The hint of that stage on the first mistake; the item's own hints come before."""
    first = next((one for one in check.findings if one.severity == "mistake"), None)
    if first is None:
        return BoardHint(1, 1, "Nothing is missing.", done=True)
    stages = [*((line, ()) for line in architecture.item.hints), *_stages(first)]
    stage = min(max(stage, 1), len(stages))
    message, elements = stages[stage - 1]
    return BoardHint(stage, len(stages), message, elements)


def _stages(finding: Finding) -> list[tuple[str, tuple[str, ...]]]:
    question = _QUESTIONS.get(finding.kind, _QUESTION)
    place = f"Look here. {finding.why}" if finding.why else "Look here: something is not as it should be."
    return [(question, ()), (place, finding.elements), (finding.message, finding.elements)]
