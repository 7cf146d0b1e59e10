"""What is forgotten when something is to be built or weighed: asking back, and what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.answers.signals.phrases import says
from evalmode.core import Signal

if TYPE_CHECKING:
    from evalmode.answers.signals.said import Said

_FEWEST_WORDS = 12


def no_clarifying(said: Said) -> Signal | None:
    """Neither a question nor an assumption before setting about it."""
    if said.words < _FEWEST_WORDS or not says("asks_approach", said.question.question):
        return None
    if "?" in said.answer or says("clarifies", said.answer):
        return None
    message = "You start right away: first ask one thing back, or say what you assume about sizes and edge cases."
    return Signal("no-clarifying-question", message, said.first_clause())


def no_price(said: Said) -> Signal | None:
    """No word on data, size, speed or cost, where trade-offs were asked for."""
    if said.words < _FEWEST_WORDS or not says("asks_price", said.question.question) or says("price", said.answer):
        return None
    if not said.spoken_to:
        return None
    message = "No word on what it costs: say something about data, memory, latency or deployment."
    return Signal("no-price", message, said.first_clause())
