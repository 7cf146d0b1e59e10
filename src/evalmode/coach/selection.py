"""Which items a session asks, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

_LEVELS = ("screen", "core", "senior")
_LOOKAHEAD = 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that could be asked.

    Args:
        item_id: The item.
        topics: What it is about; the first one is its main topic.
        area: The part of the field its main topic belongs to.
        level: ``screen``, ``core`` or ``senior``.
        prerequisites: Topics that are better practised before.
        due: When spaced repetition wants it; null where it was never practised.
        strength: The score to expect now, in [0, 1]; null where it was never practised.
    """

    item_id: str
    topics: tuple[str, ...]
    area: str
    level: str
    prerequisites: tuple[str, ...] = ()
    due: datetime | None = None
    strength: float | None = None


def choose(
    candidates: Iterable[Candidate], *, count: int, due_until: datetime, seed: int, only_due: bool = False,
    practised: frozenset[str] = frozenset(), teachable: frozenset[str] = frozenset(),
) -> tuple[str, ...]:  # fmt: skip
    """Choose items and their order.

    First what is due, the most overdue first. Then what was never practised: items whose prerequisites were practised
    before the others, easier levels before harder ones, and neighbours from different areas. Last what is neither, the
    weakest first. The same arguments always give the same choice.

    Args:
        candidates: What could be asked, in any order.
        count: How many at most.
        due_until: What is due up to this moment counts as due: the end of the day.
        seed: Decides between equals.
        only_due: Leave it at what is due.
        practised: Topics that were practised.
        teachable: Topics that the bank has items for; a prerequisite outside of it cannot be met and does not count.
    """
    pool = sorted(candidates, key=lambda candidate: candidate.item_id)
    Random(seed).shuffle(pool)  # noqa: S311 - fairness between equals, not secrecy
    due = sorted((one for one in pool if one.due is not None and one.due < due_until), key=_due)
    chosen = due[:count]
    if not only_due:
        fresh = [one for one in pool if one.due is None]
        fresh.sort(key=lambda one: (_unmet(one, practised, teachable), _LEVELS.index(one.level)))
        chosen += _interleave(fresh, last=chosen[-1].area if chosen else "")[: count - len(chosen)]
        rest = sorted((one for one in pool if one.due is not None and one.due >= due_until), key=_strength)
        chosen += rest[: count - len(chosen)]
    return tuple(one.item_id for one in chosen)


def _due(candidate: Candidate) -> datetime:
    assert candidate.due is not None  # noqa: S101 - the callers have filtered
    return candidate.due


def _strength(candidate: Candidate) -> float:
    return candidate.strength or 0.0


def _unmet(candidate: Candidate, practised: frozenset[str], teachable: frozenset[str]) -> bool:
    return any(topic in teachable and topic not in practised for topic in candidate.prerequisites)


def _interleave(candidates: Sequence[Candidate], *, last: str) -> list[Candidate]:
    """Keep the order, but let an item step forward a little where two neighbours would come from one area."""
    left = list(candidates)
    ordered: list[Candidate] = []
    while left:
        index = next((i for i, one in enumerate(left[:_LOOKAHEAD]) if one.area != last), 0)
        ordered.append(left.pop(index))
        last = ordered[-1].area
    return ordered
