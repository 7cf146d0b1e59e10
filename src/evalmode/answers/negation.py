"""Polarity: which words of a text are denied, and where two texts deny different things or say opposites."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from evalmode.answers.lexical import words_of
from evalmode.answers.lexicon import opposites

_DENIALS = frozenset(
    "not no never none nothing neither nor cannot without hardly unlike nobody nowhere n't non".split()
) | frozenset({"rather", "instead"})
_SCOPE_ENDS = frozenset("but and because since so whereas while although though which that if when or then".split())
_SCOPE = 6
"""So many words after a denial are denied by it, unless a clause ends before."""
_FAILING = frozenset("fail fails failed lack lacks lacking avoid avoids prevent prevents".split())


@dataclass(frozen=True, slots=True)
class Polarity:
    """What a text affirms and denies.

    Args:
        affirmed: Concepts said without a denial.
        denied: Concepts within the scope of one.
    """

    affirmed: frozenset[str]
    denied: frozenset[str]


@lru_cache(maxsize=16384)
def polarity(text: str) -> Polarity:
    """Read the denials of a normalised text. Two denials in one scope cancel."""
    words = words_of(text)
    affirmed: set[str] = set()
    denied: set[str] = set()
    left, flipped = 0, False
    for place, (surface, concept, content) in enumerate(zip(words.surface, words.concepts, words.content, strict=True)):
        if _is_denial(words.surface, place):
            flipped = not flipped if left > 0 else True
            left = _SCOPE
            continue
        if surface in _SCOPE_ENDS:
            left, flipped = 0, False
            continue
        if content:
            (denied if flipped and left > 0 else affirmed).add(concept)
            left -= 1
    return Polarity(frozenset(affirmed), frozenset(denied))


def _is_denial(surface: tuple[str, ...], place: int) -> bool:
    word = surface[place]
    if word in {"rather", "instead"}:
        return place + 1 < len(surface) and surface[place + 1] in {"than", "of"}
    if word == "not" and place + 1 < len(surface) and surface[place + 1] in {"only", "just"}:
        return False
    return word in _DENIALS or word.endswith("n't") or word in _FAILING


@dataclass(frozen=True, slots=True)
class Clash:
    """How two texts about the same thing disagree.

    Args:
        denial: Share of the common concepts that one affirms and the other denies.
        opposites: Concepts of the phrase for which the clause has the opposite instead, per concept of the phrase.
    """

    denial: float
    opposites: float


def clash(clause: str, phrase: str) -> Clash:
    """Compare the polarity of two normalised texts."""
    said, meant = polarity(clause), polarity(phrase)
    common = (said.affirmed | said.denied) & (meant.affirmed | meant.denied)
    # A concept that occurs on both sides within one text says nothing about a clash.
    clear = {c for c in common if not (c in said.affirmed and c in said.denied)}
    clear -= meant.affirmed & meant.denied
    flipped = sum((concept in said.denied) != (concept in meant.denied) for concept in clear)
    extra = (said.affirmed | said.denied) - (meant.affirmed | meant.denied)
    absent = (meant.affirmed | meant.denied) - (said.affirmed | said.denied)
    swaps = 0.0
    for concept in absent:
        found = opposites().get(concept, frozenset()) & extra
        if found:
            denied_here = next(iter(found)) in said.denied
            denied_there = concept in meant.denied
            swaps += -1.0 if denied_here != denied_there else 1.0
    return Clash(
        flipped / len(clear) if clear else 0.0,
        swaps / max(len(meant.affirmed | meant.denied), 1),
    )
