"""Guesses told as facts, and their counterpart: saying what one does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.answers.signals.phrases import find, says
from evalmode.core import Signal, Verdict

if TYPE_CHECKING:
    from evalmode.answers.signals.said import Said

_SURE = 0.5
"""A verdict with less confidence is no ground for such a reproach."""
_MANY = 2
"""One slip is no guess; that it was one is told beside its point."""
_REST = 6
"""So many words besides the doubt make an answer that says what it does know."""


def confident_guess(said: Said) -> Signal | None:
    """Something wrong with a word of certainty, or more wrong than right, and no word of doubt anywhere."""
    wrong = [pair for pair in said.with_verdict(Verdict.CONTRADICTED) if pair[1].confidence >= _SURE]
    if not wrong or says("hedge", said.answer) or says("unsure", said.answer):
        return None
    sure = next((grade for _, grade in wrong if says("certain", grade.evidence)), None)
    if sure is not None:
        message = "You put this as certain and it is not right: say how sure you are."
        return Signal("confident-guess", message, sure.evidence)
    if len(wrong) < _MANY or len(wrong) <= said.made:
        return None
    message = "This sounds sure and is mostly not right: where you are guessing, say so, and say what you would check."
    return Signal("confident-guess", message, wrong[0][1].evidence)


def honest_doubt(said: Said) -> Signal | None:
    """Praise for naming what one is unsure of, beside something that one does know."""
    match = find("unsure", said.answer)
    if match is None:
        return None
    clause = next((one for one in said.clauses if one.start <= match.start() < one.end), None)
    known = said.with_verdict(Verdict.COVERED, Verdict.PARTIAL)
    if clause is None or not known or said.words - len(clause.text.split()) < _REST:
        return None
    return Signal("honest-doubt", "You said what you are unsure of: interviewers value that.", clause.text)
