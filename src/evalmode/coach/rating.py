"""From how an answer went to the grade that spaced repetition asks for."""

from __future__ import annotations

from enum import IntEnum
from typing import Literal


class Rating(IntEnum):
    """How well an item was remembered, in FSRS's terms."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4

    @property
    def number(self) -> Literal[1, 2, 3, 4]:
        """As FSRS counts."""
        return self.value

    @property
    def word(self) -> Literal["again", "hard", "good", "easy"]:
        """As it is shown."""
        return _WORDS[self]


_WORDS: dict[Rating, Literal["again", "hard", "good", "easy"]] = {
    Rating.AGAIN: "again",
    Rating.HARD: "hard",
    Rating.GOOD: "good",
    Rating.EASY: "easy",
}


def rate(score: float, seconds_used: float, seconds_allotted: float) -> Rating:
    """Rate an answer by its score and by its time.

    The rule: a score below 0.4 is *again*, below 0.65 *hard*, below 0.9 *good*; 0.9 and more is *easy*. An answer that
    took more than its time is one step lower than its score, because an interviewer would have cut it off; but a score
    of 0.4 or more is never *again*, since it was recalled.

    Args:
        score: In [0, 1].
        seconds_used: Time taken.
        seconds_allotted: Time allowed.
    """
    if score < 0.4:
        return Rating.AGAIN
    by_score = Rating.HARD if score < 0.65 else Rating.GOOD if score < 0.9 else Rating.EASY
    overtime = seconds_used > seconds_allotted
    return Rating(max(Rating.HARD, by_score - 1)) if overtime else by_score
