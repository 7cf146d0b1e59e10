"""One-sided answers: no alternative where one was asked for, no neighbouring topic where there was time for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.answers.lexical import words_of
from evalmode.answers.normalise import normalise
from evalmode.answers.signals.phrases import says
from evalmode.core import Signal, Verdict

if TYPE_CHECKING:
    from evalmode.answers.signals.said import Said

_FEWEST_WORDS = 12
_LABEL = re.compile(r"\w:(?=\s)")
"""Notes set things against each other as “BN: per channel. LN: per token.”"""
_LONG_ANSWER = 40
"""In words: whoever says so much has had the time to connect it with something."""


def no_alternative(said: Said) -> Signal | None:
    """Nothing is set against anything, though the question asks to compare or to choose."""
    if said.words < _FEWEST_WORDS or not says("asks_choice", said.question.question):
        return None
    if says("contrast", said.answer) or len(_LABEL.findall(said.answer)) > 1:
        return None
    if not said.with_verdict(Verdict.COVERED, Verdict.PARTIAL, Verdict.UNSURE, Verdict.CONTRADICTED):
        return None
    message = "You look at one side only: name the alternative and say when you would take it."
    return Signal("no-alternative", message, said.first_clause())


def no_connection(said: Said) -> Signal | None:
    """A long answer that touches none of the neighbouring topics."""
    neighbours = said.question.neighbours
    if not neighbours or said.words < _LONG_ANSWER or says("connects", said.answer):
        return None
    if any(_mentions(said, one.topic) for one in neighbours):
        return None
    return Signal("no-connection", f"You treat this on its own. One connection worth making: {neighbours[0].why}")


def _mentions(said: Said, topic: str) -> bool:
    vocabulary = said.question.vocabulary
    named = set(words_of(normalise(topic, vocabulary)).meaningful())
    return bool(named) and named <= set(words_of(normalise(said.answer, vocabulary)).meaningful())
