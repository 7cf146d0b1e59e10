"""A question is asked once."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from evalmode.bank.lint.subject import Subject, problem_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evalmode.bank.problems import Problem

_ALIKE = 0.8
_SAME_WORD = 85
_EMPTY_WORDS = frozenset(
    """
    a an and are as at be between by can could do does for from give how i in is it its me mean of on or please say tell
    that the there they this to us was we what when which who with would you your explain describe briefly sentence one
    """.split()
)


def near_duplicates(subject: Subject) -> Iterator[Problem]:
    """Two questions of one kind in nearly the same words."""
    for everything in (subject.bank.rapid, subject.bank.deep):
        worded = [(item, _content_words(item.question)) for item in everything]
        for (earlier, first), (later, second) in combinations(worded, 2):
            if first and second and _likeness(first, second) >= _ALIKE:
                here, there = (later, earlier) if later in subject.items else (earlier, later)
                if here in subject.items:
                    message = f"asks nearly what {there.item_id} asks ({there.question!r})"
                    yield problem_in(here, ("question",), message)


def _content_words(question: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", question.lower())
    return frozenset(words) - _EMPTY_WORDS or frozenset(words)


def _likeness(first: frozenset[str], second: frozenset[str]) -> float:
    """The share of words that both have, where two spellings of one long word count as one."""
    shared = len(first & second)
    left = set(second - first)
    for word in first - second:
        twin = next((other for other in left if _same_word(word, other)), None)
        if twin is not None:
            shared += 1
            left.discard(twin)
    return shared / (len(first) + len(second) - shared)


def _same_word(word: str, other: str) -> bool:
    return min(len(word), len(other)) >= 5 and fuzz.ratio(word, other) >= _SAME_WORD
