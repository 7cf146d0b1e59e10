"""A model answer is one that can be given: it fits into the time, and it is neither a telegram nor a lecture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evalmode.bank.lint.subject import Subject, problem_in
from evalmode.bank.lint.words import WORDS_PER_SECOND, spoken_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.bank.models import GradedItem
    from evalmode.bank.problems import Problem
    from evalmode.bank.yamltext import Location

_FEWEST, _MOST = 75, 150


def too_long_to_say(subject: Subject) -> Iterator[Problem]:
    """Answers that take longer to say than the question allows."""
    for rapid in subject.rapid:
        yield from _fits(rapid, ("answer",), rapid.answer, rapid.seconds)
    for deep in subject.deep:
        yield from _fits(deep, ("headline",), deep.headline, deep.headline_seconds)
        yield from _fits(deep, ("answer",), deep.answer, deep.seconds)
        for index, follow_up in enumerate(deep.follow_ups):
            yield from _fits(deep, ("follow_ups", index, "answer"), follow_up.answer, follow_up.seconds)


def rapid_answer_length(subject: Subject) -> Iterator[Problem]:
    """Rapid-fire answers of fewer than 75 or more than 150 words."""
    for item in subject.rapid:
        words = spoken_words(item.answer)
        if not _FEWEST <= words <= _MOST:
            yield problem_in(item, ("answer",), f"has {words} words; a model answer has {_FEWEST} to {_MOST}")


def _fits(item: GradedItem, location: Location, text: str, seconds: int) -> Iterator[Problem]:
    words, most = spoken_words(text), int(seconds * WORDS_PER_SECOND)
    if words > most:
        message = f"has {words} words; in {seconds} s {most} can be said (at {WORDS_PER_SECOND} words a second)"
        yield problem_in(item, location, message)
