"""What a coding problem says to the candidate is enough, and not too much."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from evalmode.bank.lint.subject import problem_in
from evalmode.bank.lint.words import spoken_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.bank.lint.subject import Subject
    from evalmode.bank.problems import Problem

_HINTS = 3
_FOLLOW_UPS = 2
_POINTS = range(2, 5)
_HEARD = range(3, 7)
_WHY = range(80, 151)
_BULLET = re.compile(r"^[-*+] +\S", re.MULTILINE)


def few_hints(subject: Subject) -> Iterator[Problem]:
    """Problems with fewer than three hints."""
    for item in subject.code:
        if len(item.hints) < _HINTS:
            message = f"has {len(item.hints)} entries; give {_HINTS}: a question, a pointer, nearly the line"
            yield problem_in(item, ("hints",), message)


def two_follow_ups(subject: Subject) -> Iterator[Problem]:
    """Problems that are not followed by exactly two questions."""
    for item in subject.code:
        if len(item.follow_ups) != _FOLLOW_UPS:
            message = f"has {len(item.follow_ups)} entries; exactly {_FOLLOW_UPS} questions follow"
            yield problem_in(item, ("follow_ups",), message)


def narration_points(subject: Subject) -> Iterator[Problem]:
    """Narrations with fewer than two or more than four key points."""
    for item in subject.code:
        if len(item.narration.key_points) not in _POINTS:
            message = f"has {len(item.narration.key_points)} entries; a narration makes 2 to 4 points"
            yield problem_in(item, ("narration", "key_points"), message)


def listened_for(subject: Subject) -> Iterator[Problem]:
    """Lists of what the interviewer listens for that are too short, too long, or no lists."""
    for item in subject.code:
        if len(heard := _BULLET.findall(item.listens_for)) not in _HEARD:
            yield problem_in(item, ("listens_for",), f"has {len(heard)} bullets; write 3 to 6, each after '- '")


def length_of_why(subject: Subject) -> Iterator[Problem]:
    """Reasons of fewer than 80 or more than 150 words."""
    for item in subject.code:
        if (words := spoken_words(item.why)) not in _WHY:
            yield problem_in(item, ("why",), f"has {words} words; 80 to 150 are read")
