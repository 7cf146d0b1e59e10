"""Who has which property: whether two texts bind the same words together.

"Sigmoid for binary, softmax for multi-class" and its exchange have the same words. What differs is which of two words
stands nearer to a third one, so that is what is compared: every triple of shared words votes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from evalmode.answers.lexical import words_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BREAKS = frozenset("but whereas while and or".split())
_BREAK_COST = 3
"""A conjunction between two words sets them apart like so many words."""
_MOST = 8
"""At most so many shared words are compared, the rarest kinds first in order of appearance."""


@dataclass(frozen=True, slots=True)
class Binding:
    """How the triples of shared words vote.

    Args:
        agree: Triples in which the same word is nearer in both texts.
        differ: Triples in which the other word is nearer.
    """

    agree: int
    differ: int

    @property
    def balance(self) -> float:
        """From 1 (all triples agree) to -1 (all differ); 0 where nothing can be said."""
        votes = self.agree + self.differ
        return (self.agree - self.differ) / votes if votes else 0.0


def binding(clause: str, phrase: str) -> Binding:
    """Compare which words stand together in two normalised texts."""
    said, meant = _places(clause), _places(phrase)
    shared = [concept for concept in meant if concept in said][:_MOST]
    if len(shared) < 3:
        return Binding(0, 0)
    here, there = _gaps(said, shared), _gaps(meant, shared)
    # votes[anchor, one, two] is 1 where the anchor prefers the same of the two in both texts, -1 where the other one.
    votes = np.sign(here[:, None, :] - here[:, :, None]) * np.sign(there[:, None, :] - there[:, :, None])
    votes[_among(len(shared))] = 0
    return Binding(int((votes > 0).sum()) // 2, int((votes < 0).sum()) // 2)


@lru_cache(maxsize=16384)
def _places(text: str) -> dict[str, tuple[int, ...]]:
    words = words_of(text)
    found: dict[str, list[int]] = {}
    place = 0
    for surface, concept, content in zip(words.surface, words.concepts, words.content, strict=True):
        place += _BREAK_COST if surface in _BREAKS else 1
        if content:
            found.setdefault(concept, []).append(place)
    return {concept: tuple(places) for concept, places in found.items()}


def _gaps(places: dict[str, tuple[int, ...]], concepts: list[str]) -> NDArray[np.int64]:
    """How far apart each two concepts come at their nearest."""
    gaps = np.zeros((len(concepts), len(concepts)), dtype=np.int64)
    for (row, one), (column, two) in combinations(enumerate(concepts), 2):
        gaps[row, column] = gaps[column, row] = min(abs(a - b) for a in places[one] for b in places[two])
    return gaps


@cache
def _among(count: int) -> NDArray[np.bool_]:
    """The triples in which the anchor is one of the two."""
    anchor, one, two = np.ogrid[:count, :count, :count]
    found: NDArray[np.bool_] = (anchor == one) | (anchor == two)
    return found
