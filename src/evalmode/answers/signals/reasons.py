"""Facts without a reason, though a reason was asked for: the *what* without the *why*."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.answers.signals.phrases import says
from evalmode.core import Signal, Verdict

if TYPE_CHECKING:
    from evalmode.answers.signals.said import Said

_FEWEST_WORDS = 12
"""Fewer words are a note rather than an answer; what they lack is told by the missing points."""


def no_reason(said: Said) -> Signal | None:
    """No word of reason, where the question asks for one or the heaviest open point contains one."""
    if said.words < _FEWEST_WORDS or says("reason", said.answer):
        return None
    open_points = said.with_verdict(Verdict.MISSING, Verdict.PARTIAL, Verdict.UNSURE, Verdict.CONTRADICTED)
    stated = said.with_verdict(Verdict.COVERED, Verdict.PARTIAL, Verdict.UNSURE)
    asked = says("asks_why", said.question.question)
    if not stated or not open_points or not (asked or _gives_reason(open_points[0][0].claim)):
        return None
    return Signal("no-reason", "You say what it is, but not why: add one “because” to it.", stated[0][1].evidence)


def _gives_reason(claim: str) -> bool:
    return any(f" {word} " in f" {claim.lower().replace(',', ' ')} " for word in ("because", "since", "therefore"))
