"""Whether a contradiction is earned: being called wrong when one was right costs more trust than any missed mistake.

What tells a misconception apart from the truth is its *core*: the concepts that no right phrasing of the key point has.
A stretch of an answer that shares none of it, denies nothing that the truth affirms and turns nothing into its opposite
only sounds like the misconception.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from evalmode.answers.lexical import words_of
from evalmode.answers.negation import clash
from evalmode.answers.numbers import numbers_of
from evalmode.answers.roles import binding

_SAME = 85.0
"""Above this likeness the misconception was said nearly to the letter."""


def is_earned(said: str, right: tuple[str, ...], wrong: str, nearest_right: str) -> bool:
    """Whether something in the words themselves speaks for the misconception and against the truth.

    Args:
        said: The stretch of the answer.
        right: The claim and its accepted phrasings.
        wrong: The nearest misconception; empty for none.
        nearest_right: The nearest of the right phrasings; empty for none.

    All are normalised texts.
    """
    if wrong and fuzz.ratio(said, wrong) > max(_SAME, fuzz.ratio(said, nearest_right)):
        return True
    against, alike = clash(said, nearest_right), clash(said, wrong)
    if against.denial > alike.denial or against.opposites > max(alike.opposites, 0.0):
        return True
    if alike.denial > against.denial:
        return False
    known = {concept for phrase in right for concept in words_of(phrase).meaningful()}
    mine = set(words_of(said).meaningful())
    if mine & (set(words_of(wrong).meaningful()) - known):
        return True
    numbers = numbers_of(said).all
    if numbers and not any(numbers & numbers_of(phrase).all for phrase in right):
        return True
    bound_right = max((binding(said, phrase).balance for phrase in right), default=0.0)
    return bool(wrong) and binding(said, wrong).balance > bound_right
