"""Words of a text as concepts with weights, and how far two texts share them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from evalmode.answers.lexicon import SYMBOLS, concepts, stop_words

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

_WORD = re.compile(r"\d+x\d+|\d[\d,]*\.?\d*|[a-z]+(?:_[a-z0-9]+)*(?:'[a-z]+)?")
_ENDINGS = tuple(
    """isations izations isation ization ational ations ation ising izing ised ized ises izes ities ments ment ings ness ions ing
    ity ies ied ion ers est ed er es ly al s e""".split()
)
"""Endings that are cut from a word, the longest first; at least four letters stay."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a normalised text in order.

    Args:
        surface: As they stand.
        concepts: Stems, with near-synonyms made one.
        content: Whether each carries meaning.
    """

    surface: tuple[str, ...]
    concepts: tuple[str, ...]
    content: tuple[bool, ...]

    def meaningful(self) -> tuple[str, ...]:
        """The concepts that carry meaning, in order."""
        return tuple(concept for concept, kept in zip(self.concepts, self.content, strict=True) if kept)


@lru_cache(maxsize=16384)
def words_of(text: str) -> Words:
    """The words of a text that ``normalise`` has seen."""
    surface = tuple(_WORD.findall(text))
    content = tuple(
        word not in stop_words() and (len(word) > 1 or word in SYMBOLS or word.isdigit()) for word in surface
    )
    return Words(surface, tuple(concept_of(word) for word in surface), content)


@lru_cache(maxsize=16384)
def concept_of(word: str) -> str:
    """The concept of a word: that of its group of near-synonyms, or its stem."""
    if word in concepts():
        return concepts()[word]
    if not word.isalpha() or len(word) <= 4:
        return word.removesuffix("s") if len(word) == 4 and not word.endswith("ss") else word
    stem = _stem(word)
    return concepts().get(stem, stem)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@dataclass(frozen=True, slots=True)
class Overlap:
    """How far two texts share their concepts.

    Args:
        recall: Weighted share of the phrase's concepts that the clause has.
        precision: Weighted share of the clause's concepts that the phrase has.
    """

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.recall + self.precision
        return 2 * self.recall * self.precision / both if both else 0.0


def overlap(clause: Collection[str], phrase: Collection[str], weights: Mapping[str, float]) -> Overlap:
    """Compare two sets of concepts; concepts without a weight count 1."""
    said, asked = set(clause), set(phrase)
    shared = sum(weights.get(concept, 1.0) for concept in said & asked)
    of_phrase = sum(weights.get(concept, 1.0) for concept in asked)
    of_clause = sum(weights.get(concept, 1.0) for concept in said)
    return Overlap(shared / of_phrase if of_phrase else 0.0, shared / of_clause if of_clause else 0.0)


def concept_weights(question: str, points: Sequence[Sequence[str]]) -> dict[str, float]:
    """How much each concept tells about which key point is meant.

    Args:
        question: The normalised question; repeating its words is worth little.
        points: Per key point its normalised phrasings.
    """
    asked = set(words_of(question).meaningful())
    per_point = [{concept for phrase in phrases for concept in words_of(phrase).meaningful()} for phrases in points]
    weights = {}
    for concept in set().union(*per_point) | asked:
        spread = sum(concept in known for known in per_point)
        weight = 1.0 if spread <= 1 else 1.0 - 0.5 * (spread - 1) / max(len(points) - 1, 1)
        weights[concept] = weight * (0.5 if concept in asked else 1.0)
    return weights
