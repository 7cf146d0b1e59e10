"""The vocabulary as values: kinds of operations, how their parameters are read, and the look-ups made of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

__all__ = ["Kind", "Modifier", "ParamReader", "Vocabulary"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A canonical operation.

    Args:
        name: Its canonical name, such as ``layer_norm``.
        category: What is drawn in one colour: ``linear``, ``norm``, ``attention``, …
        neutral: Whether it changes nothing that matters, so that a comparison may pass through it.
        joins: Whether it takes several values: add, concat, matmul, …
        title: What it is called in sentences.
        params: The readers of its parameters, in order.
        covers: The kinds that explain it when they are written in the same box.
        sets: Parameters it always has.
    """

    name: str
    category: str = "other"
    neutral: bool = False
    joins: bool = False
    title: str = ""
    params: tuple[str, ...] = ()
    covers: frozenset[str] = frozenset()
    sets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ParamReader:
    """How one parameter, or a pair, or a call's arguments, are read from the words beside an operation.

    Args:
        names: The parameters it gives, in the order of its groups or of the call's places.
        assigned: Matches ``key = value``; nothing if there are no keys.
        forms: Further expressions.
        call: Whether it reads the places of a call.
        size: Whether it takes a size that stands alone.
    """

    names: tuple[str, ...]
    assigned: re.Pattern[str] | None = None
    forms: tuple[re.Pattern[str], ...] = ()
    call: bool = False
    size: bool = False


@dataclass(frozen=True, slots=True)
class Modifier:
    """Words that add a parameter to the operation beside them; ``kinds`` empty means to any."""

    param: str
    value: str
    words: re.Pattern[str]
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Vocabulary:
    """Everything that is known about words.

    Args:
        kinds: Canonical name → kind.
        phrases: Squashed phrase → (kind, parameters it fixes).
        symbols: Exact mark → (kind, parameters).
        readers: Name → parameter reader.
        modifiers: Words that add parameters.
        fillers: Squashed words that mean nothing of their own.
        weak: Squashed phrases that count only where no clearer one stands beside them.
        chains: Kinds that stand for several others in a row: ``CBR`` is conv, batch norm, ReLU.
        contexts: Architecture → squashed label or mark → kind.
        words: Every word of every phrase, for mending misspellings, by first letter.
    """

    kinds: Mapping[str, Kind]
    phrases: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]]
    symbols: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]]
    readers: Mapping[str, ParamReader]
    modifiers: tuple[Modifier, ...]
    fillers: frozenset[str]
    weak: frozenset[str]
    chains: Mapping[str, tuple[str, ...]]
    contexts: Mapping[str, Mapping[str, str]]
    words: Mapping[str, tuple[str, ...]]
    cache: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def neutral(self, kind: str) -> bool:
        """Whether a comparison may pass through operations of this kind."""
        known = self.kinds.get(kind)
        return known is not None and known.neutral
