"""Key points: enough of them, enough ways to say each, and nothing that is right and wrong at once."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from evalmode.bank.lint.subject import Subject, problem_in
from evalmode.bank.lint.words import comparable, has_formula
from evalmode.bank.models import DeepItem
from evalmode.bank.points import points_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.bank.problems import Problem

_PHRASINGS, _MISCONCEPTIONS = 6, 3
_REPEATED = 95
_RESERVED_PARTS = ("answer", "headline", "detail")


def point_count(subject: Subject) -> Iterator[Problem]:
    """Rapid-fire questions with fewer than two or more than five key points."""
    for item in subject.rapid:
        if not 2 <= len(item.key_points) <= 5:
            yield problem_in(
                item, ("key_points",), f"has {len(item.key_points)} entries; a rapid-fire question has 2 to 5"
            )


def duplicate_points(subject: Subject) -> Iterator[Problem]:
    """Ids that stand twice within one item, where grades and proofs could not tell them apart."""
    for item in subject.spoken:
        seen: set[str] = set()
        for location, point in points_of(item):
            if point.id in seen:
                yield problem_in(item, (*location, "id"), f"is {point.id!r}, as is an earlier key point's")
            seen.add(point.id)
        if isinstance(item, DeepItem):
            parts = set(_RESERVED_PARTS)
            for index, follow_up in enumerate(item.follow_ups):
                if follow_up.id in parts:
                    yield problem_in(item, ("follow_ups", index, "id"), f"is {follow_up.id!r}, which is taken")
                parts.add(follow_up.id)


def few_phrasings(subject: Subject) -> Iterator[Problem]:
    """Key points with fewer than six ways to say them."""
    for item in subject.spoken:
        for location, point in points_of(item):
            if len(point.accepted) < _PHRASINGS:
                message = f"has {len(point.accepted)} phrasings; people need at least {_PHRASINGS} to be understood"
                yield problem_in(item, (*location, "accepted"), message)


def few_misconceptions(subject: Subject) -> Iterator[Problem]:
    """Key points with fewer than three misconceptions."""
    for item in subject.spoken:
        for location, point in points_of(item):
            if len(point.misconceptions) < _MISCONCEPTIONS:
                message = f"has {len(point.misconceptions)} entries; at least {_MISCONCEPTIONS} are needed"
                yield problem_in(item, (*location, "misconceptions"), message)


def repeated_phrasings(subject: Subject) -> Iterator[Problem]:
    """Phrasings that say again what the claim or another phrasing says, in the same words."""
    for item in subject.spoken:
        for location, point in points_of(item):
            worded = [("the claim", comparable(point.claim))]
            worded += [(f"accepted[{index}]", comparable(phrase)) for index, phrase in enumerate(point.accepted)]
            for (earlier, first), (later, second) in combinations(worded, 2):
                if _same_words(first, second):
                    index = int(later[9:-1])
                    yield problem_in(item, (*location, "accepted", index), f"repeats {earlier}")


def bare_keywords(subject: Subject) -> Iterator[Problem]:
    """Phrasings of one or two words, which credit whoever drops the right term."""
    for item in subject.spoken:
        for location, point in points_of(item):
            for index, phrase in enumerate(point.accepted):
                if len(phrase.split()) < 3 and not has_formula(phrase):
                    message = f"is {phrase!r}: a keyword, not a way to say the claim"
                    yield problem_in(item, (*location, "accepted", index), message)


def right_and_wrong(subject: Subject) -> Iterator[Problem]:
    """Sentences that one key point accepts and one of the same item calls a misconception."""
    for item in subject.spoken:
        right: dict[str, str] = {}
        for _, point in points_of(item):
            right |= {comparable(phrase): point.id for phrase in (point.claim, *point.accepted)}
        for location, point in points_of(item):
            for index, wrong in enumerate(point.misconceptions):
                if (accepted := right.get(comparable(wrong.says))) is not None:
                    message = f"is also accepted for the key point {accepted!r}"
                    yield problem_in(item, (*location, "misconceptions", index, "says"), message)


def _same_words(first: str, second: str) -> bool:
    if first == second:
        return True
    # One sign changes a formula; one letter in a long sentence is a slip of the pen.
    return not has_formula(first + second) and len(first) >= 25 and fuzz.ratio(first, second) >= _REPEATED
