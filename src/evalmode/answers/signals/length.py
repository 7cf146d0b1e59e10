"""Rambling: more words than the time holds, few points in many words, the same thing said twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.answers.lexical import words_of
from evalmode.answers.normalise import normalise
from evalmode.core import Signal

if TYPE_CHECKING:
    from evalmode.answers.clauses import Clause
    from evalmode.answers.signals.said import Said

_WORDS_A_SECOND = 2.5
"""A brisk 150 words a minute."""
_OVER = 1.3
_MANY_WORDS = 50
_POINTS_PER_HUNDRED = 1.0
_MIN_CONTENT = 4
_SAME = 0.85
_SAID_TWICE = 2
"""One echo of oneself is emphasis; two are rambling."""
_MUCH_OF_IT = 0.25
"""A detail may take up its headline: only where so large a share of the clauses is repetition is it rambling."""


def rambling(said: Said) -> Signal | None:
    """The answer takes more words than it has to say, or than its time has room for."""
    if said.words > _OVER * _WORDS_A_SECOND * said.question.seconds:
        room = round(_WORDS_A_SECOND * said.question.seconds, -1)
        message = f"{said.words} words where the time holds about {room:.0f}: lead with the point."
        return Signal("rambling", message)
    repeated = _repeated(said)
    if len(repeated) >= max(_SAID_TWICE, _MUCH_OF_IT * len(said.clauses)):
        message = "You say the same thing more than once: say it once, then move on."
        return Signal("repetition", message, repeated[0].text)
    if said.words >= _MANY_WORDS and said.spoken_to * 100 < _POINTS_PER_HUNDRED * said.words:
        message = f"I found hardly a key point in these {said.words} words: lead with the point, then stop."
        return Signal("rambling", message, said.first_clause())
    return None


def _repeated(said: Said) -> list[Clause]:
    """Clauses that say almost only what one clause before them has said."""
    told: list[frozenset[str]] = []
    found = []
    for clause in said.clauses:
        content = frozenset(words_of(normalise(clause.text, said.question.vocabulary)).meaningful())
        if len(content) < _MIN_CONTENT:
            continue
        if any(len(content & earlier) >= _SAME * max(len(content), len(earlier)) for earlier in told):
            found.append(clause)
        told.append(content)
    return found
