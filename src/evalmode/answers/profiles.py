"""What the grader knows about a question, worked out once: its phrasings as words and vectors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from evalmode.answers.embedder import Floats, unit
from evalmode.answers.lexical import concept_weights, words_of
from evalmode.answers.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from evalmode.core import Gradable


@dataclass(frozen=True)
class PointProfile:
    """Where the phrasings of one key point stand among all phrasings of the question.

    Args:
        right: Rows of the claim and its accepted phrasings.
        wrong: Rows of its misconceptions.
    """

    right: tuple[int, ...]
    wrong: tuple[int, ...]


@dataclass(frozen=True)
class QuestionProfile:
    """A question ready to be compared with answers.

    Args:
        question: The question itself, normalised.
        points: Its key points.
        texts: All phrasings, normalised.
        concepts: The meaningful concepts of each phrasing.
        vectors: One row of length one per phrasing.
        tokens: One row of length one per token of all phrasings, one after the other.
        starts: The row in ``tokens`` where each phrasing begins.
        weights: How much each concept tells about which key point is meant.
        vocabulary: The question's words that a recogniser may have torn apart.
    """

    question: str
    points: tuple[PointProfile, ...]
    texts: tuple[str, ...]
    concepts: tuple[frozenset[str], ...]
    vectors: Floats
    tokens: Floats
    starts: tuple[int, ...]
    weights: dict[str, float]
    vocabulary: tuple[str, ...]

    def columns(self, phrasing: int) -> NDArray[np.int64]:
        """The rows of one phrasing in ``tokens``."""
        end = self.starts[phrasing + 1] if phrasing + 1 < len(self.starts) else len(self.tokens)
        return np.arange(self.starts[phrasing], end)


def texts_of(question: Gradable) -> list[str]:
    """Every phrasing of the question, normalised: per key point the claim, what is accepted, and the misconceptions."""
    texts = []
    for point in question.key_points:
        texts += [point.claim, *point.accepted, *(wrong.says for wrong in point.misconceptions)]
    return [normalise(text, question.vocabulary) for text in texts]


def profile_of(question: Gradable, texts: Sequence[str], states: Sequence[Floats]) -> QuestionProfile:
    """Put the phrasings of ``texts_of`` and their token states in their places."""
    points = []
    place = 0
    for point in question.key_points:
        middle = place + 1 + len(point.accepted)
        end = middle + len(point.misconceptions)
        points.append(PointProfile(tuple(range(place, middle)), tuple(range(middle, end))))
        place = end
    asked = normalise(question.question, question.vocabulary)
    lengths = [len(rows) for rows in states]
    return QuestionProfile(
        question=asked,
        points=tuple(points),
        texts=tuple(texts),
        concepts=tuple(frozenset(words_of(text).meaningful()) for text in texts),
        vectors=unit(np.stack([rows.sum(axis=0) for rows in states])),
        tokens=unit(np.concatenate(states)),
        starts=tuple(int(start) for start in np.cumsum([0, *lengths[:-1]])),
        weights=concept_weights(asked, [[texts[row] for row in point.right] for point in points]),
        vocabulary=question.vocabulary,
    )
