"""Who has which property: whether two texts bind the same words together.

"Sigmoid for binary, softmax for multi-class" and its exchange have the same words. What differs is which of two words
stands nearer to a third one, so that is what is compared: every triple of shared words votes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from evalmode.answers.lexical import words_of

_BREAKS = frozenset("but whereas while and or".split())
_BREAK_COST = 3
"""A conjunction between two words sets them apart like so many words."""
_MOST = 9
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
    agree = differ = 0
    for one, two in combinations(shared, 2):
        for anchor in shared:
            if anchor in (one, two):
                continue
            here = _gap(said, anchor, two) - _gap(said, anchor, one)
            there = _gap(meant, anchor, two) - _gap(meant, anchor, one)
            if here * there > 0:
                agree += 1
            elif here * there < 0:
                differ += 1
    return Binding(agree, differ)


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


def _gap(places: dict[str, tuple[int, ...]], one: str, two: str) -> int:
    return min(abs(a - b) for a in places[one] for b in places[two])


def order_agreement(clause: Sequence[str], phrase: Sequence[str]) -> float:
    """Share of pairs of shared words that come in the same order, from -1 to 1."""
    first_here = {word: place for place, word in reversed(list(enumerate(clause)))}
    first_there = {word: place for place, word in reversed(list(enumerate(phrase)))}
    shared = [word for word in first_there if word in first_here]
    votes = [
        1 if (first_here[one] - first_here[two]) * (first_there[one] - first_there[two]) > 0 else -1
        for one, two in combinations(shared, 2)
    ]
    return sum(votes) / len(votes) if votes else 0.0
